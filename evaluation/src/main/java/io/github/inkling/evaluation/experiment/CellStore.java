package io.github.inkling.evaluation.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.inkling.core.Sha256;
import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.JsonReport;
import io.github.inkling.evaluation.PredictionsCsv;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Finished cells on the disk, a folder each: what was measured as JSON, all answers as compressed
 * CSV, what it depends on, and the SHA-256 of each file, as {@code sha256sum -c} reads them. A
 * folder comes to its place when all of it is written.
 */
final class CellStore {
  private static final String CELL = "cell.json";
  private static final String KEY = "key.txt";
  private static final String SUMS = "SHA256SUMS";
  private static final String TEMPORARY = ".inkling-";

  /** No run needs as long to write a cell. */
  private static final Duration LONG_AGO = Duration.ofHours(1);

  /** The answers to a million digits are smaller. */
  private static final long MOST_BYTES = 256 << 20;

  private final Path folder;

  private CellStore(Path folder) {
    this.folder = folder;
  }

  /** Keeps nothing. */
  static CellStore none() {
    return new CellStore(null);
  }

  static CellStore in(Path folder) {
    return new CellStore(folder);
  }

  /**
   * Makes the folder, so that one that cannot be written to is told before hours of work, and
   * removes what a run that was killed has left.
   */
  void prepare() throws IOException {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempDirectory(folder, TEMPORARY));
      try (Stream<Path> left = Files.list(folder)) {
        for (Path place : left.filter(CellStore::isLeftBehind).toList()) {
          remove(place);
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw new IOException(folder + ": is a file; name a folder to keep finished cells in", e);
    } catch (IOException e) {
      throw new IOException(
          "%s: finished cells cannot be kept there (%s); name another folder"
              .formatted(folder, message(e)),
          e);
    }
  }

  private static boolean isLeftBehind(Path place) {
    if (!place.getFileName().toString().startsWith(TEMPORARY)) {
      return false;
    }
    try {
      Instant last = Files.getLastModifiedTime(place).toInstant();
      return last.isBefore(Instant.now().minus(LONG_AGO));
    } catch (IOException e) {
      // Whose it was has moved it.
      return false;
    }
  }

  /**
   * Looks for a cell.
   *
   * @param damaged hears what is wrong if there is one that cannot be read
   */
  Optional<Cell> read(CellKey key, Consumer<String> damaged) {
    Path place = folder == null ? null : folder.resolve(key.folder());
    if (place == null || !Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(place, key));
    } catch (IOException | RuntimeException e) {
      damaged.accept(place + ": " + message(e));
      return Optional.empty();
    }
  }

  private static Cell read(Path place, CellKey key) throws IOException {
    Map<String, String> sums = sums(place.resolve(SUMS));
    if (!new String(content(place, KEY, sums), StandardCharsets.UTF_8).equals(key.text())) {
      throw new IOException(KEY + " is of another cell");
    }
    JsonNode json = new ObjectMapper().readTree(content(place, CELL, sums));
    return CellJson.cell(
        json,
        key,
        (run, test) -> {
          String file = answersFile(run, test);
          try (Reader in =
              new BufferedReader(
                  new InputStreamReader(
                      new GZIPInputStream(new ByteArrayInputStream(content(place, file, sums))),
                      StandardCharsets.UTF_8))) {
            return PredictionsCsv.read(in, file);
          }
        });
  }

  private static Map<String, String> sums(Path file) throws IOException {
    Map<String, String> sums = new LinkedHashMap<>();
    requireSize(file);
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("  ", 2);
      if (parts.length == 2) {
        sums.put(parts[1], parts[0]);
      }
    }
    return sums;
  }

  private static void requireSize(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file.getFileName() + " is missing");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file.getFileName() + " is larger than any that was written");
    }
  }

  private static byte[] content(Path place, String file, Map<String, String> sums)
      throws IOException {
    requireSize(place.resolve(file));
    byte[] content = Files.readAllBytes(place.resolve(file));
    if (!Sha256.hex(content).equals(sums.get(file))) {
      throw new IOException(file + " is damaged: its SHA-256 does not fit its content");
    }
    return content;
  }

  /** Keeps a cell, in place of one that was there. */
  void write(CellKey key, Cell cell) throws IOException {
    if (folder == null) {
      return;
    }
    Path place = folder.resolve(key.folder());
    try {
      Path written = temporary();
      Path replaced = temporary();
      try {
        write(Files.createDirectory(written), key, cell);
        replace(place, written, replaced);
      } finally {
        remove(written);
        remove(replaced);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IOException(
          "%s: the finished cell %s cannot be kept (%s); free some space, or name another folder"
              .formatted(place, key.configuration().name(), message(e)),
          e);
    }
  }

  private static void write(Path place, CellKey key, Cell cell) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(KEY, key.text().getBytes(StandardCharsets.UTF_8));
    files.put(CELL, JsonReport.render(CellJson.tree(cell)).getBytes(StandardCharsets.UTF_8));
    for (int run = 0; run < cell.runs().size(); run++) {
      for (int test = 0; test < cell.runs().get(run).tests().size(); test++) {
        files.put(
            answersFile(run, test), compressed(cell.runs().get(run).tests().get(test).answers()));
      }
    }
    StringBuilder sums = new StringBuilder();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(place.resolve(file.getKey()), file.getValue());
      sums.append(Sha256.hex(file.getValue())).append("  ").append(file.getKey()).append('\n');
    }
    Files.writeString(place.resolve(SUMS), sums);
  }

  private static byte[] compressed(Answers answers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
      PredictionsCsv.write(answers, out);
    }
    return bytes.toByteArray();
  }

  private static String answersFile(int run, int test) {
    return "answers-run%d-test%d.csv.gz".formatted(run + 1, test + 1);
  }

  private Path temporary() {
    return folder.resolve(TEMPORARY + UUID.randomUUID() + ".tmp");
  }

  /** By names alone, so that another run finds a whole cell there, or none. */
  private static void replace(Path place, Path written, Path replaced) throws IOException {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.move(place, replaced);
      } catch (NoSuchFileException e) {
        // Another run has done so.
      }
    }
    try {
      Files.move(written, place);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(place)) {
        throw e;
      }
      // Another run has kept the same cell meanwhile.
    }
  }

  /** Removes what is there, if anything is. */
  private static void remove(Path place) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(place)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException e) {
      return;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return;
      }
      throw e.getCause();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static String message(Exception error) {
    return error.getMessage() == null ? error.toString() : error.getMessage();
  }
}
