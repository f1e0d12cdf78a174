package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.JavaProcess;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Rejection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshProcessTest {
  /** Whatever is used first loads OpenCV: a digit saved long ago can be drawn at once. */
  @Test
  void aSheetIsDrawnWhereNothingElseHasLoadedOpenCv() throws Exception {
    assertThat(JavaProcess.run(Draw.class, List.of())).isNotBlank();
  }

  /** Prints the width of a sheet. */
  static final class Draw {
    private Draw() {}

    public static void main(String[] arguments) {
      DigitImage digit = DigitImage.of(new byte[DigitImage.PIXELS]);
      NormalizerTrace trace = new NormalizerTrace(List.of(), digit, Optional.of(Rejection.BLANK));
      System.out.println(StageSheet.draw(trace, List.of()).getWidth());
    }
  }
}
