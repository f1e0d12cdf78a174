package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.recognizer.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a benchmark ran on.
 *
 * @param processor as it calls itself, or the architecture
 * @param cores that this process may use
 * @param heapMegabytes the largest heap
 * @param versions of the libraries, by name
 */
record Machine(String processor, int cores, long heapMegabytes, Map<String, String> versions) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL_NAME = "model name";
  private static final long MEGABYTE = 1 << 20;

  static Machine current() {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() / MEGABYTE,
        Versions.current());
  }

  String sentence() {
    String libraries =
        versions.entrySet().stream()
            .map(version -> version.getKey() + " " + version.getValue())
            .collect(Collectors.joining(", "));
    return "%d cores of %s, heap up to %d MB; %s."
        .formatted(cores, processor, heapMegabytes, libraries);
  }

  void describe(ObjectNode json) {
    json.put("processor", processor);
    json.put("cores", cores);
    json.put("heapMegabytes", heapMegabytes);
    versions.forEach(json.putObject("versions")::put);
  }

  private static String processorName() {
    if (Files.isReadable(PROCESSORS)) {
      try (Stream<String> lines = Files.lines(PROCESSORS)) {
        return lines
            .filter(line -> line.startsWith(MODEL_NAME))
            .findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .orElseGet(Machine::architecture);
      } catch (IOException e) {
        return architecture();
      }
    }
    return architecture();
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }
}
