package io.github.inkling.cli;

import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.opencv.OpenCv;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Versions;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks whether everything is there that the other commands need. */
@Command(
    name = "doctor",
    description =
        "Check the JDK, native libraries, memory and data; say how to mend what is missing.")
final class DoctorCommand implements Callable<Integer> {
  private static final int OLDEST_JAVA = 17;
  private static final long MEGABYTE = 1 << 20;
  private static final long LEAST_MEGABYTES = 1500;

  private static final int NAME_COLUMNS = 12;
  private static final String INDENT = " ".repeat("ok       ".length() + NAME_COLUMNS + 1);

  private static final String NATIVES_REMEDY = "use Linux (with glibc) or macOS on x86-64 or ARM64";

  private final Terminal terminal;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Looks at one thing. */
  @FunctionalInterface
  private interface Examination {
    /** Tells what was found; throws if it is not as it should be, saying so. */
    String examine() throws IOException;
  }

  private record Check(String name, String remedy, Examination examination) {}

  @Override
  public Integer call() {
    boolean healthy = true;
    for (Check check : checks()) {
      healthy &= run(check);
    }
    terminal
        .out()
        .println(healthy ? "\nEverything is there." : "\nSomething is missing; see above.");
    return healthy ? 0 : 1;
  }

  private boolean run(Check check) {
    try {
      terminal
          .out()
          .printf(
              "ok       %-" + NAME_COLUMNS + "s %s%n", check.name(), check.examination().examine());
      return true;
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      String found = e.getMessage() == null ? e.toString() : e.getMessage();
      terminal.out().printf("MISSING  %-" + NAME_COLUMNS + "s %s%n", check.name(), found);
      terminal.out().printf("%sto mend it, %s%n", INDENT, check.remedy());
      return false;
    }
  }

  private static List<Check> checks() {
    return List.of(
        new Check("Inkling", "run it from its own folder", Versions::inkling),
        new Check("Java", "set JAVA_HOME to a JDK 17 or newer", DoctorCommand::java),
        new Check("Java home", "", () -> System.getProperty("java.home")),
        new Check("Processor", "", DoctorCommand::processor),
        new Check("Memory", "start with INKLING_OPTS=-Xmx4g", DoctorCommand::memory),
        new Check(
            "Temporary", "set INKLING_OPTS=-Djava.io.tmpdir=DIR", DoctorCommand::temporaryFolder),
        new Check("OpenCV", NATIVES_REMEDY, OpenCv::version),
        new Check("Features", "build again: mvn clean verify", DoctorCommand::features),
        new Check("Classifiers", NATIVES_REMEDY, DoctorCommand::classifiers),
        new Check("Libraries", "", DoctorCommand::libraries),
        new Check("Pretrained", "build again: mvn clean verify", DoctorCommand::pretrained),
        new Check("MNIST", "build again: mvn clean verify", DoctorCommand::mnist));
  }

  private static String java() {
    if (Runtime.version().feature() < OLDEST_JAVA) {
      throw new IllegalStateException(Runtime.version() + " is too old");
    }
    return "%s (%s)"
        .formatted(System.getProperty("java.version"), System.getProperty("java.vendor"));
  }

  private static String processor() {
    return String.format(
        Locale.ROOT,
        "%d cores, %s %s",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }

  private static String memory() {
    long megabytes = Runtime.getRuntime().maxMemory() / MEGABYTE;
    if (megabytes < LEAST_MEGABYTES) {
      throw new IllegalStateException(
          megabytes + " MB; all of MNIST needs " + LEAST_MEGABYTES + " MB");
    }
    return String.format(Locale.ROOT, "%,d MB for Java", megabytes);
  }

  /** Native libraries are unpacked there. */
  private static String temporaryFolder() throws IOException {
    Path file = Files.createTempFile("inkling", ".probe");
    Files.delete(file);
    return String.valueOf(file.getParent());
  }

  private static String features() {
    List<String> names = FeatureExtractors.with().names();
    if (names.isEmpty()) {
      throw new IllegalStateException("none on the class path");
    }
    return listed(names);
  }

  /** Trains each on next to nothing, which loads what is native in it. */
  private static String classifiers() {
    List<String> names = Classifiers.names();
    if (names.isEmpty()) {
      throw new IllegalStateException("none on the class path");
    }
    TrainingSet tiny = tinyTrainingSet();
    for (String name : names) {
      Classifiers.trainer(name).train(tiny, 1, ProgressListener.NONE).predict(tiny.features());
    }
    return listed(names);
  }

  private static String libraries() {
    return listed(
        Classifiers.libraries().entrySet().stream()
            .map(library -> library.getKey() + " " + library.getValue())
            .toList());
  }

  private static String listed(List<String> names) {
    return Terminal.wrap(String.join(", ", names), INDENT.length());
  }

  private static TrainingSet tinyTrainingSet() {
    int size = 20;
    float[][] rows = new float[size][];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = i % 2;
      rows[i] = new float[] {labels[i], i / (float) size};
    }
    return new TrainingSet(FeatureMatrix.ofRows(rows), labels);
  }

  private static String pretrained() {
    return Terminal.wrap(DigitRecognizer.pretrained().provenance().trainer(), INDENT.length());
  }

  private static String mnist() {
    return String.format(
        Locale.ROOT, "%,d training and %,d test digits", Mnist.train().size(), Mnist.test().size());
  }
}
