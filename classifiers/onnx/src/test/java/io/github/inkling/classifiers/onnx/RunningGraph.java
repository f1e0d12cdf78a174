package io.github.inkling.classifiers.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.inkling.core.image.DigitImage;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** A graph in ONNX Runtime: the other route to an answer. */
final class RunningGraph implements AutoCloseable {
  private static final int BATCH = 100;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final String input;

  RunningGraph(byte[] model) throws OrtException {
    this.session = environment.createSession(model, new OrtSession.SessionOptions());
    this.input = session.getInputNames().iterator().next();
  }

  OrtSession session() {
    return session;
  }

  /** Runs digits in batches; each row of the result is a digit's. */
  float[][] run(List<DigitImage> digits) throws OrtException {
    float[][] rows = new float[digits.size()][];
    for (int from = 0; from < rows.length; from += BATCH) {
      int to = Math.min(rows.length, from + BATCH);
      float[][] batch = runAtOnce(digits.subList(from, to));
      System.arraycopy(batch, 0, rows, from, batch.length);
    }
    return rows;
  }

  float[][] runAtOnce(List<DigitImage> digits) throws OrtException {
    FloatBuffer pixels = FloatBuffer.allocate(digits.size() * DigitImage.PIXELS);
    for (DigitImage digit : digits) {
      for (byte pixel : digit.pixels()) {
        pixels.put((pixel & 0xff) / 255f);
      }
    }
    return run(pixels.rewind(), digits.size(), 1, DigitImage.SIZE, DigitImage.SIZE);
  }

  float[][] run(FloatBuffer values, long... shape) throws OrtException {
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, values, shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      return (float[][]) result.get(0).getValue();
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
