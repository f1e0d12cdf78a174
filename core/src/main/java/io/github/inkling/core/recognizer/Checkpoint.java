package io.github.inkling.core.recognizer;

import static io.github.inkling.core.recognizer.ManifestJson.required;

import io.github.inkling.core.InputFile;
import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.model.ModelState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How far a training has come, as a file keeps it: a {@link Container} like that of a model.
 *
 * @param training which training it is
 * @param trainSeconds what it has cost so far, in all its runs; at least 0
 * @param variations whether its trainer has asked for copies of the digits
 * @param state what the trainer wrote down
 */
record Checkpoint(
    TrainingFingerprint training, double trainSeconds, boolean variations, ModelState state) {
  private record Document(
      Map<String, String> training,
      double trainSeconds,
      boolean variations,
      StateEntry state,
      List<ArrayEntry> arrays,
      String payloadSha256) {}

  private record StateEntry(String name, Map<String, String> settings) {}

  /** Writes it, in the place of an older one. */
  void write(Path file) throws IOException {
    Payload payload = Payload.of(state.arrays());
    byte[] manifest =
        ManifestJson.write(
            new Document(
                training.settings(),
                trainSeconds,
                variations,
                new StateEntry(state.classifier(), state.settings()),
                payload.entries(),
                payload.sha256()));
    new Container(ContainerKind.CHECKPOINT, manifest, payload).write(file);
  }

  static Checkpoint read(Path file) throws IOException {
    try (InputStream in = InputFile.openRegular(file, "a checkpoint")) {
      return read(in, Files.size(file), file);
    }
  }

  static Checkpoint read(InputStream in, long size, Object source) throws IOException {
    Container.Content content = Container.read(ContainerKind.CHECKPOINT, in, size, source);
    try {
      return of(content);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(source, e.getMessage(), e);
    }
  }

  private static Checkpoint of(Container.Content content) {
    Document document = ManifestJson.read(content.manifest(), Document.class);
    Payload.requireSha256(required("payloadSha256", document.payloadSha256()), content.payload());
    if (!(document.trainSeconds() >= 0 && Double.isFinite(document.trainSeconds()))) {
      throw new IllegalArgumentException(
          "manifest: trainSeconds must be at least 0, not " + document.trainSeconds());
    }
    StateEntry state = required("state", document.state());
    return new Checkpoint(
        new TrainingFingerprint(required("training", document.training())),
        document.trainSeconds(),
        document.variations(),
        new ModelState(
            required("state.name", state.name()),
            required("state.settings", state.settings()),
            Payload.read(required("arrays", document.arrays()), content.payload())));
  }
}
