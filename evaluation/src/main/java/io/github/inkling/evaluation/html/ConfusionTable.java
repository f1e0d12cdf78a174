package io.github.inkling.evaluation.html;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.evaluation.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * A confusion matrix as its template shows it. Colour stands for errors alone and grows with the
 * root of their number: the diagonal, a hundred times as large, would drown them.
 *
 * @param rejections whether there is a column of rejected digits
 * @param rows by true digit
 */
record ConfusionTable(boolean rejections, List<Row> rows) {
  private static final int LEVELS = 5;

  /**
   * The answers to one true digit.
   *
   * @param truth the digit
   * @param entries by answered digit, then the rejected ones if there are any in the matrix
   * @param total number of digits
   */
  record Row(int truth, List<Entry> entries, String total) {}

  /**
   * How often it was answered so.
   *
   * @param style its class
   * @param count in words, a dot for none
   * @param hint in a sentence
   */
  record Entry(String style, String count, String hint) {}

  static ConfusionTable of(ConfusionMatrix confusion) {
    boolean rejections = confusion.rejected() > 0;
    int most = most(confusion);
    List<Row> rows = new ArrayList<>();
    for (int truth = 0; truth < Prediction.CLASSES; truth++) {
      List<Entry> entries = new ArrayList<>();
      for (int answer = 0; answer < Prediction.CLASSES; answer++) {
        int count = confusion.count(truth, answer);
        entries.add(
            truth == answer
                ? new Entry("right", shown(count), "")
                : error(count, most, truth + " answered as " + answer));
      }
      if (rejections) {
        entries.add(error(confusion.rejected(truth), most, truth + " rejected"));
      }
      rows.add(new Row(truth, entries, Figures.count(confusion.support(truth))));
    }
    return new ConfusionTable(rejections, rows);
  }

  private static Entry error(int count, int most, String what) {
    if (count == 0) {
      return new Entry("zero", shown(0), "");
    }
    long level = Math.max(1, Math.round(LEVELS * Math.sqrt((double) count / most)));
    return new Entry("h" + level, shown(count), what + ": " + Figures.count(count, "time"));
  }

  private static int most(ConfusionMatrix confusion) {
    int most = 0;
    for (int truth = 0; truth < Prediction.CLASSES; truth++) {
      most = Math.max(most, confusion.rejected(truth));
      for (int answer = 0; answer < Prediction.CLASSES; answer++) {
        most = truth == answer ? most : Math.max(most, confusion.count(truth, answer));
      }
    }
    return most;
  }

  private static String shown(int count) {
    return count == 0 ? "·" : Figures.count(count);
  }
}
