package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void aLinePerAnswer() throws IOException {
    StringBuilder csv = new StringBuilder();
    PredictionsCsv.write(ANSWERS, csv);

    assertThat(csv)
        .hasToString(
            """
            truth,label,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9,rejection,digit
            7,7,0.0,1.0E-7,0.0,0.1,0.0,0.0,0.0,0.8,0.0,0.0999999,,1.0
            3,,0.0,1.0E-7,0.0,0.1,0.0,0.0,0.0,0.8,0.0,0.0999999,AMBIGUOUS,0.25
            0,,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,TOO_NOISY,0.0
            """);
  }
}
