package io.github.inkling.core.page;

import java.util.List;

/**
 * How far what was read is from what stands on a page. Lines are aligned in their order so that the
 * sum of their edit distances (Levenshtein, "Binary codes capable of correcting deletions,
 * insertions, and reversals", 1966) is least; a line without a partner costs all its digits.
 *
 * @param digits digits that stand there
 * @param wrong digits that were read as another, or rejected
 * @param missed digits that were not read
 * @param invented digits that were read where there are none
 * @param rejected digits that were read as "?"; some are among the wrong, some among the invented
 * @param lines lines that stand there
 * @param linesLost lines of which nothing was read
 */
public record PageScore(
    int digits, int wrong, int missed, int invented, int rejected, int lines, int linesLost) {
  private static final char REJECTED = '?';

  /** No page at all. */
  public static final PageScore NONE = new PageScore(0, 0, 0, 0, 0, 0, 0);

  /** What an alignment costs: errors in all and, where these are equal, digits invented. */
  private record Cost(int errors, int invented) implements Comparable<Cost> {
    static final Cost ZERO = new Cost(0, 0);

    Cost plus(int moreErrors, int moreInvented) {
      return new Cost(errors + moreErrors, invented + moreInvented);
    }

    @Override
    public int compareTo(Cost other) {
      return errors != other.errors
          ? Integer.compare(errors, other.errors)
          : Integer.compare(invented, other.invented);
    }
  }

  /**
   * Compares a page's lines.
   *
   * @param truth what stands there, line by line
   * @param read what was read, line by line
   */
  public static PageScore of(List<String> truth, List<String> read) {
    Cost[][] best = new Cost[truth.size() + 1][read.size() + 1];
    for (int t = 0; t <= truth.size(); t++) {
      for (int r = 0; r <= read.size(); r++) {
        Cost least = t == 0 && r == 0 ? Cost.ZERO : null;
        if (t > 0) {
          least = least(least, best[t - 1][r].plus(truth.get(t - 1).length(), 0));
        }
        if (r > 0) {
          int length = read.get(r - 1).length();
          least = least(least, best[t][r - 1].plus(length, length));
        }
        if (t > 0 && r > 0) {
          Cost edit = cost(truth.get(t - 1), read.get(r - 1));
          least = least(least, best[t - 1][r - 1].plus(edit.errors, edit.invented));
        }
        best[t][r] = least;
      }
    }
    Cost cost = best[truth.size()][read.size()];
    int digits = length(truth);
    int missed = cost.invented - (length(read) - digits);
    int rejected =
        (int) read.stream().flatMapToInt(String::chars).filter(c -> c == REJECTED).count();
    return new PageScore(
        digits,
        cost.errors - cost.invented - missed,
        missed,
        cost.invented,
        rejected,
        truth.size(),
        linesLost(truth, read, best));
  }

  /** The least number of digits to change, insert or leave out to make one line the other. */
  public static int editDistance(String truth, String read) {
    return cost(truth, read).errors;
  }

  /** All that is wrong: digits changed, missed and invented. */
  public int errors() {
    return wrong + missed + invented;
  }

  /**
   * Errors per digit that stands there; above 1 if much was invented, 0 if nothing stands there.
   */
  public double errorRate() {
    return digits == 0 ? 0 : (double) errors() / digits;
  }

  /** The score of this page and others together. */
  public PageScore plus(PageScore other) {
    return new PageScore(
        digits + other.digits,
        wrong + other.wrong,
        missed + other.missed,
        invented + other.invented,
        rejected + other.rejected,
        lines + other.lines,
        linesLost + other.linesLost);
  }

  private static Cost cost(String truth, String read) {
    Cost[] above = new Cost[read.length() + 1];
    for (int r = 0; r < above.length; r++) {
      above[r] = new Cost(r, r);
    }
    for (int t = 1; t <= truth.length(); t++) {
      Cost[] row = new Cost[above.length];
      row[0] = new Cost(t, 0);
      for (int r = 1; r < row.length; r++) {
        int differs = truth.charAt(t - 1) == read.charAt(r - 1) ? 0 : 1;
        Cost changed = above[r - 1].plus(differs, 0);
        row[r] = least(changed, least(above[r].plus(1, 0), row[r - 1].plus(1, 1)));
      }
      above = row;
    }
    return above[read.length()];
  }

  /**
   * Goes the best way back, and counts the lines that have no partner or share no digit with it.
   */
  private static int linesLost(List<String> truth, List<String> read, Cost[][] best) {
    int lost = 0;
    int t = truth.size();
    int r = read.size();
    while (t > 0) {
      String line = truth.get(t - 1);
      if (r > 0) {
        Cost edit = cost(line, read.get(r - 1));
        if (best[t][r].equals(best[t - 1][r - 1].plus(edit.errors, edit.invented))) {
          lost += edit.errors >= Math.max(line.length(), read.get(r - 1).length()) ? 1 : 0;
          t--;
          r--;
          continue;
        }
        int length = read.get(r - 1).length();
        if (best[t][r].equals(best[t][r - 1].plus(length, length))) {
          r--;
          continue;
        }
      }
      lost++;
      t--;
    }
    return lost;
  }

  private static Cost least(Cost one, Cost other) {
    return one == null || other.compareTo(one) < 0 ? other : one;
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(String::length).sum();
  }
}
