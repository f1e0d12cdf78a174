package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ProgressListener;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody reads who has left out a jar: in a Java of its own, without it. */
class MissingPyTorchTest {
  @ParameterizedTest
  @CsvSource({
    "pytorch-native-cpu, ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier ",
    "pytorch-jni, ai.djl.pytorch:pytorch-jni:2.7.1-0.35.1"
  })
  void theMissingArtifactIsNamed(String jar, String artifact) throws Exception {
    assertThat(trainWithout(jar))
        .contains("not on the class path; add " + artifact)
        .doesNotContain("\n\tat ", "http");
  }

  @Test
  void withAllOfThemItTrains() throws Exception {
    assertThat(trainWithout("nothing")).endsWith("trained");
  }

  private static String trainWithout(String jar) throws Exception {
    String classpath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(jar))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classpath,
                MissingPyTorchTest.class.getName())
            .start();
    String out = process.inputReader().lines().collect(Collectors.joining("\n"));
    assertThat(process.waitFor()).isZero();
    return out;
  }

  /** Trains, or tells why not. */
  public static void main(String[] arguments) {
    try {
      Classifiers.trainer("cnn:epochs=1,augment=false")
          .train(ClassifierContract.digits(40, 1, 784), 1, ProgressListener.NONE);
      System.out.println("trained");
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
