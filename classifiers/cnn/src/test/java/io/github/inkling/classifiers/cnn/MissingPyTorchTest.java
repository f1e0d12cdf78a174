package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.JavaProcess;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ProgressListener;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody reads who has left out a jar: in a Java of its own, without it. */
class MissingPyTorchTest {
  private static final String VERSION = Libraries.versions().get("pytorch");

  @Test
  void missingNativesAreNamed() throws Exception {
    assertThat(trainWithout("pytorch-native-cpu", Map.of()))
        .contains("not on the class path; add ai.djl.pytorch:pytorch-native-cpu:" + VERSION)
        .contains("with the classifier ")
        .doesNotContain("http");
  }

  @Test
  void aMissingBindingIsNamed() throws Exception {
    assertThat(trainWithout("pytorch-jni", Map.of()))
        .contains("not on the class path; add ai.djl.pytorch:pytorch-jni:" + VERSION + "-")
        .doesNotContain("http");
  }

  @Test
  void nothingIsFetchedWhateverTheEnvironmentSays() throws Exception {
    assertThat(trainWithout("nothing", Map.of("DJL_OFFLINE", "1")))
        .contains("DJL_OFFLINE is '1'", "set it to true, or not at all");
  }

  @Test
  void withAllOfThemItTrainsAndLeavesThePropertiesAsTheyWere() throws Exception {
    assertThat(trainWithout("nothing", Map.of())).endsWith("trained null null");
  }

  private static String trainWithout(String jar, Map<String, String> environment)
      throws IOException, InterruptedException {
    return JavaProcess.of(MissingPyTorchTest.class)
        .without(jar)
        .in(environment)
        .run(List.of())
        .out()
        .strip();
  }

  /** Trains, or tells why not. */
  public static void main(String[] arguments) {
    try {
      Classifiers.trainer("cnn:epochs=1,augment=false")
          .train(ClassifierContract.digits(40, 1, 784), 1, ProgressListener.NONE);
      System.out.printf(
          "trained %s %s%n",
          System.getProperty("ai.djl.offline"), System.getProperty("OPT_OUT_TRACKING"));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
