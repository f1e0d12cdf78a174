package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsCsvTest {
  private static final Prediction SEVEN =
      Prediction.of(new double[] {0, 1e-7, 0, 0.1, 0, 0, 0, 0.8, 0, 0.0999999});

  private static final Answers ANSWERS =
      Answers.of(
          new int[] {7, 3, 0},
          List.of(
              SEVEN,
              SEVEN.withDigitProbability(0.25).reject(Rejection.AMBIGUOUS),
              Prediction.rejected(Rejection.TOO_NOISY)));

  private static final String CSV =
      """
      truth,label,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9,rejection,digit
      7,7,0.0,1.0E-7,0.0,0.1,0.0,0.0,0.0,0.8,0.0,0.0999999,,1.0
      3,,0.0,1.0E-7,0.0,0.1,0.0,0.0,0.0,0.8,0.0,0.0999999,AMBIGUOUS,0.25
      0,,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,TOO_NOISY,0.0
      """;

  private static final String HEADER = CSV.substring(0, CSV.indexOf('\n') + 1);

  @Test
  void aLinePerAnswer() throws IOException {
    assertThat(written(ANSWERS)).isEqualTo(CSV);
  }

  @Test
  void aFileReadsBack(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("answers.csv"), CSV);

    assertThat(PredictionsCsv.read(file)).isEqualTo(ANSWERS);
  }

  @Property
  void whatIsWrittenReadsBackTheSame(@ForAll("answers") Answers answers) throws IOException {
    Answers back = read(written(answers));

    assertThat(back).isEqualTo(answers);
    for (int i = 0; i < back.size(); i++) {
      assertThat(back.prediction(i).digitProbability())
          .isEqualTo(answers.prediction(i).digitProbability());
    }
  }

  /** Readers may return less than was asked for. */
  @Property
  void itDoesNotMatterInWhatPiecesATextComes(@ForAll @IntRange(min = 1, max = 70) int piece)
      throws IOException {
    try (Reader in =
        new StringReader(CSV) {
          @Override
          public int read(char[] target, int offset, int count) throws IOException {
            return super.read(target, offset, Math.min(count, piece));
          }
        }) {
      assertThat(PredictionsCsv.read(in, "pieces")).isEqualTo(ANSWERS);
    }
  }

  @Test
  void otherSystemsLineEndsAndBlankLinesDoNotMatter() throws IOException {
    assertThat(read("\ufeff" + CSV.replace("\n", "\r\n") + "\r\n  \n")).isEqualTo(ANSWERS);
  }

  @Test
  void twelveColumnsAreEnough() throws IOException {
    String csv =
        """
        truth,label,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9
        7,7,0,1e-7,0,0.1,0,0,0,0.8,0,0.0999999
        3,,0,1e-7,0,0.1,0,0,0,0.8,0,0.0999999
        0,,0,0,0,0,0,0,0,0,0,0
        """;

    assertThat(read(csv))
        .isEqualTo(
            Answers.of(
                new int[] {7, 3, 0},
                List.of(
                    SEVEN,
                    SEVEN.reject(Rejection.AMBIGUOUS),
                    Prediction.rejected(Rejection.BLANK))));
  }

  @Test
  void columnsThatComeToBeArePassedOver() throws IOException {
    assertThat(read(CSV.replace("digit\n", "digit,new\n").replaceAll("(\\d)\n", "$1,?\n")))
        .isEqualTo(ANSWERS);
  }

  @Test
  void aHeaderAloneIsNoAnswer() throws IOException {
    assertThat(read(HEADER).size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7,7,0,0,0,0,0,0,0,1,0,0,|a column less|13 columns; expected 14 as in the header",
        "7|one|1 column; expected 14 as in the header",
        "11,7,0,0,0,0,0,0,0,1,0,0,,1|truth"
            + "|column 1 (truth): '11' is no digit; expected the true digit, 0..9",
        "7,11,0,0,0,0,0,0,0,1,0,0,,1|label|column 2 (label): '11' is no digit;"
            + " expected 0..9, or nothing for a rejected picture",
        "7,3,0,0,0,0,0,0,0,1,0,0,,1|not the largest|column 2 (label): '3' is not the most"
            + " probable digit; expected 7, as p7 is the largest",
        "7,5,0,0,0,0.5,0,0.5,0,0,0,0,,1|tie|column 2 (label): '5' is not the most"
            + " probable digit; expected 3, as p3 is the largest",
        "7,7,0,0,NaN,0,0,0,0,1,0,0,,1|NaN"
            + "|column 5 (p2): 'NaN' is no probability; expected a number 0..1",
        "7,7,0,0,1.5,0,0,0,0,1,0,0,,1|too large"
            + "|column 5 (p2): '1.5' is no probability; expected a number 0..1",
        "7,7,0,0,-1e-9,0,0,0,0,1,0,0,,1|negative"
            + "|column 5 (p2): '-1e-9' is no probability; expected a number 0..1",
        "7,7,0,0,,0,0,0,0,1,0,0,,1|missing"
            + "|column 5 (p2): '' is no probability; expected a number 0..1",
        "7,7,0,0,0,0,0,0,0,1,0,0,,2|digit"
            + "|column 14 (digit): '2' is no probability; expected a number 0..1",
        "7,7,0,0,0.25,0,0,0,0,1,0,0,,1|sum"
            + "|columns 3 to 12 (p0 to p9): the probabilities must sum to 1, not 1.25",
        "7,7,0,0,0,0,0,0,0,0,0,0,,1|no probabilities"
            + "|columns 3 to 12 (p0 to p9): the probabilities must sum to 1, not 0.0",
        "7,7,0,0,0,0,0,0,0,1,0,0,BLANK,1|both|column 13 (rejection): 'BLANK' is a rejection"
            + " beside the label '7'; expected one of both",
        "7,,0,0,0,0,0,0,0,1,0,0,,1|neither|column 13 (rejection): '' is no rejection, nor is there"
            + " a label; expected one of both",
        "7,,0,0,0,0,0,0,0,1,0,0,blank,1|reason|column 13 (rejection): 'blank' is no rejection;"
            + " expected one of [BLANK, TOO_NOISY, UNLIKE_ANY_DIGIT, AMBIGUOUS]"
      })
  void theLineAndTheColumnOfAnErrorAreNamed(String row, String what, String problem) {
    assertThatThrownBy(() -> read(CSV + row + "\n"))
        .as(what)
        .isInstanceOf(MalformedFileException.class)
        .hasMessage("answers.csv: line 5: " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1,7,0.5\n", "\n", "truth,label,p0,p1\n", "label,truth,p0,p1,p2,p3,p4,p5,p6,p7\n"})
  void anotherHeaderIsRefused(String csv) {
    assertThatThrownBy(() -> read(csv))
        .hasMessage(
            "answers.csv: line 1: '%s' is not the header of predictions; expected %s, of which the"
                    .formatted(
                        csv.length() > 24 ? csv.substring(0, 24) + "..." : csv.strip(),
                        HEADER.strip())
                + " last two may be missing");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> read(""))
        .hasMessage(
            "answers.csv: line 1: the file is empty; expected the header " + HEADER.strip());
  }

  @Property
  void whereverAFileIsCutOffWithinALineItIsRefused(@ForAll @IntRange(max = 260) int length) {
    String cut = CSV.substring(0, Math.min(length, CSV.length() - 1));
    if (cut.endsWith("\n")) {
      return;
    }
    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageMatching(
            "answers.csv: line \\d: (has no end, so the file may be cut off; .*|.*header.*)");
  }

  @Test
  void aLineWithoutAnEndIsNotKept() throws IOException {
    try (Reader endless =
        new Reader() {
          @Override
          public int read(char[] target, int offset, int count) {
            target[offset] = '0';
            return 1;
          }

          @Override
          public void close() {}
        }) {
      assertThatThrownBy(() -> PredictionsCsv.read(endless, "endless"))
          .hasMessage("endless: line 1: longer than 4096 characters");
    }
  }

  @Test
  void bytesOfAnotherKindAreRefusedAndNotShown(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 27, 0, 10});

    assertThatThrownBy(() -> PredictionsCsv.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(file + ": line 1: '\ufffd??' is not the header of predictions;");
  }

  @Test
  void aMissingFileAndAFolderAreNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> PredictionsCsv.read(folder.resolve("none.csv")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none.csv");
    assertThatThrownBy(() -> PredictionsCsv.read(folder))
        .hasMessage(folder + ": a folder, but a file of predictions was expected");
  }

  @Provide
  Arbitrary<Answers> answers() {
    return SampleAnswers.any(0);
  }

  private static String written(Answers answers) throws IOException {
    StringBuilder csv = new StringBuilder();
    PredictionsCsv.write(answers, csv);
    return csv.toString();
  }

  private static Answers read(String csv) throws IOException {
    return PredictionsCsv.read(new StringReader(csv), "answers.csv");
  }
}
