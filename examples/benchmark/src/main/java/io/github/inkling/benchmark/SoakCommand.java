package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.ResidentMemory;
import io.github.inkling.core.Stopwatch;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.page.PageDistortion;
import io.github.inkling.core.page.PageDistortion.Strength;
import io.github.inkling.core.page.PageGenerator;
import io.github.inkling.core.page.PageReader;
import io.github.inkling.mnist.Mnist;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether reading page after page takes more and more memory. */
@Command(
    name = "soak",
    description = {
      "Reads many pages in a row, from the bytes of their JPEG files, with the model that comes",
      "along, and tells how much memory the process holds on the way. Exit code 1 if it grows."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SoakCommand implements Callable<Integer> {
  private static final int POINTS = 10;

  /** Pages are of so many kinds, and then begin anew. */
  private static final List<PageDistortion> KINDS =
      List.of(
          PageDistortion.NONE,
          PageDistortion.LARGE_PICTURE,
          PageDistortion.SMALL_PICTURE,
          PageDistortion.SQUARED,
          PageDistortion.ROTATION,
          PageDistortion.TURNED_90,
          PageDistortion.PERSPECTIVE,
          PageDistortion.PENCIL,
          PageDistortion.TOUCHING,
          PageDistortion.SPECKS);

  private final Console console;

  @Option(
      names = "--pages",
      defaultValue = "1000",
      description = "How many, 10 to 1000000. Default: ${DEFAULT-VALUE}")
  private int pages;

  @Mixin private ReportOptions reports;

  SoakCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SettingRange.require("--pages", pages, POINTS, 1_000_000);
    reports.check();
    console.say("Making pages");
    List<byte[]> files = files();
    PageReader reader = PageReader.pretrained();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("pages", pages);
    ArrayNode points = json.putArray("points");
    List<List<String>> rows = new ArrayList<>();
    List<Long> resident = new ArrayList<>();
    int read = 0;
    for (int point = 1; point <= POINTS; point++) {
      int until = (int) ((long) pages * point / POINTS);
      int count = until - read;
      Stopwatch watch = Stopwatch.start();
      for (; read < until; read++) {
        reader.read(ColorImage.decode(files.get(read % files.size())));
      }
      double seconds = watch.seconds() / count;
      OptionalLong megabytes = ResidentMemory.megabytes();
      megabytes.ifPresent(resident::add);
      String held = megabytes.isPresent() ? "" + megabytes.getAsLong() : "unknown";
      rows.add(List.of("" + read, held, String.format(Locale.ROOT, "%.2f", seconds)));
      points.addObject().put("pages", read).put("secondsPerPage", seconds).put("megabytes", held);
      console.say("  %d of %d pages, %s MB".formatted(read, pages, held));
    }
    Growth growth = new Growth(resident);
    json.put("flat", growth.isFlat());
    Table table = new Table(List.of("pages", "resident MB", "s/page"), rows);
    reports.write(
        new Report(
            "Memory over %d pages".formatted(pages),
            List.of(new Report.Section("", table, List.of(growth.toString()))),
            json),
        console);
    return growth.isFlat() ? 0 : 1;
  }

  private static List<byte[]> files() throws IOException {
    LabeledDigits digits = Mnist.fitAndValidation().rest();
    PageGenerator generator = new PageGenerator(digits.images(), digits.labels(), 1);
    List<byte[]> files = new ArrayList<>();
    for (int number = 0; number < KINDS.size(); number++) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ColorImage picture = generator.page(KINDS.get(number), Strength.MEDIUM, number).picture();
      ImageIO.write(picture.toBufferedImage(), "jpg", file);
      files.add(file.toByteArray());
    }
    return files;
  }
}
