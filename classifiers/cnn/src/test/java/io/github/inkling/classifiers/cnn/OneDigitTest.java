package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.JavaProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PyTorch computes a digit alone by other code, which speaks up where the processor is not its. */
class OneDigitTest {
  @Test
  void isAnsweredWithoutAWord() throws Exception {
    JavaProcess.Output run = JavaProcess.of(OneDigitTest.class).run(List.of());

    assertThat(run.out()).isEqualTo("answered");
    assertThat(run.err()).doesNotContain("NNPACK");
  }

  /** Answers for one digit. */
  public static void main(String[] arguments) {
    CnnWeights network = RandomNetworks.of("conv4x3 conv4x3 pool dense6", 3, 5);
    assertThat(Views.outputs(network, RandomNetworks.pixels(1, 6), 1, 1)).hasSize(3);
    System.out.print("answered");
  }
}
