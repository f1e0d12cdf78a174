package io.github.inkling.core.page;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.image.ReducedImage;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.RejectionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Reads photographed sheets of handwritten digits: finds the sheet, divides its paper and the light
 * out, takes ruled lines away, turns it upright, finds lines and cuts them into digits, all of
 * which the recognizer's probabilities decide (over-segmentation and the best path: Casey and
 * Lecolinet, "A survey of methods and strategies in character segmentation", IEEE PAMI 18(7),
 * 1996). Immutable and safe for concurrent use.
 *
 * <p>A recognizer that can tell digits from other things ({@link DigitRecognizer#rejection}) reads
 * pages much better than one that cannot: it is asked about halves of digits and pairs of them, and
 * about every smudge.
 *
 * <pre>{@code
 * PageReader reader = PageReader.pretrained();
 * System.out.println(reader.read(ColorImage.read(Path.of("sheet.jpg"))).text());
 * }</pre>
 */
public final class PageReader {
  /**
   * Larger pictures are reduced to this many pixels of their longer side, at which digits of 1 % of
   * their height still have 20. Who decodes a picture only to read it need not decode more: see
   * {@link io.github.inkling.core.image.PictureFile#reducedPage}.
   */
  public static final int LONGEST_SIDE = 2000;

  /** If so much of the ink is surely digits, its tone is right. */
  private static final double SURE_SHARE = 0.8;

  private final Supplier<DigitRecognizer> recognizer;
  private final PageSettings settings;

  private PageReader(Supplier<DigitRecognizer> recognizer, PageSettings settings) {
    this.recognizer = Objects.requireNonNull(recognizer, "recognizer");
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * A reader.
   *
   * @param recognizer reads single digits; what it rejects for its confidence becomes a "?" on the
   *     page
   * @param settings how pages are read
   */
  public PageReader(DigitRecognizer recognizer, PageSettings settings) {
    this(always(recognizer), settings);
  }

  private static Supplier<DigitRecognizer> always(DigitRecognizer recognizer) {
    Objects.requireNonNull(recognizer, "recognizer");
    return () -> recognizer;
  }

  /**
   * A reader whose recognizer may still be on its way: no page needs it before its ink is found,
   * and both take their time at the start of a process.
   *
   * @param recognizer gives the recognizer and, if need be, waits for it; it is asked for each
   *     page, by the thread that reads it, and gives the same one every time; what it throws, the
   *     reading of the page throws
   * @param settings how pages are read
   * @return the reader
   */
  public static PageReader waitingFor(Supplier<DigitRecognizer> recognizer, PageSettings settings) {
    return new PageReader(recognizer, settings);
  }

  /**
   * A reader with the recognizer that comes along, see {@link DigitRecognizer#pretrained()}, and
   * the default settings.
   *
   * @return the reader
   * @throws IllegalStateException if no module on the class path brings a recognizer along
   */
  public static PageReader pretrained() {
    return new PageReader(DigitRecognizer.pretrained(), PageSettings.defaults());
  }

  /**
   * Reads a sheet.
   *
   * @param picture a photograph or scan of it
   * @return its lines of digits; none if there are no digits
   */
  public Page read(ColorImage picture) {
    return read(ReducedImage.whole(picture));
  }

  /**
   * Reads a sheet of which no more was decoded than is needed: at least {@link #LONGEST_SIDE}
   * pixels of the longer side, where there are so many.
   *
   * @param picture a photograph or scan of it
   * @return its lines of digits, with boxes in pixels of the full size; none if there are no digits
   */
  public Page read(ReducedImage picture) {
    return read(picture, Stages.none());
  }

  /**
   * Reads a sheet in grey.
   *
   * @param picture a photograph or scan of it
   * @return its lines of digits; none if there are no digits
   */
  public Page read(GrayImage picture) {
    return read(ColorImage.of(picture));
  }

  /**
   * Reads a sheet and keeps what it looked like on the way.
   *
   * @param picture a photograph or scan of it
   * @return every stage, and the page
   */
  public PageTrace trace(ColorImage picture) {
    return trace(ReducedImage.whole(picture));
  }

  /**
   * Reads a sheet as {@link #read(ReducedImage)} does and keeps what it looked like on the way.
   *
   * @param picture a photograph or scan of it
   * @return every stage, and the page
   */
  public PageTrace trace(ReducedImage picture) {
    Stages stages = Stages.kept();
    Page page = read(picture, stages);
    return new PageTrace(stages.all(), page);
  }

  private Page read(ReducedImage picture, Stages stages) {
    Attempt best = null;
    for (InkTone tone : InkTone.candidates(picture.image())) {
      if (best == null || best.contents.share() < SURE_SHARE) {
        Attempt attempt = attempt(picture, tone, stages.likeThis());
        boolean isBetter = best == null || attempt.contents.share() > best.contents.share();
        best = isBetter ? attempt : best;
      }
    }
    stages.addAll(best.stages);
    ContentsPicture.see(best.contents, best.recognizer.normalizer(), stages);
    double least = best.recognizer.rejection().map(RejectionRule::leastProbability).orElse(0.0);
    return page(picture, best.contents, best.quarters, least);
  }

  /** What a sheet reads like if its ink has some tone, and by which right angles it was turned. */
  private record Attempt(
      Contents contents, int quarters, DigitRecognizer recognizer, Stages stages) {}

  private Attempt attempt(ReducedImage picture, InkTone tone, Stages stages) {
    SheetInk sheet = SheetInk.of(picture, tone, settings.rectify(), stages);
    double rough = Pieces.roughHeight(sheet.map());
    SheetInk ink = sheet.withoutGrain(rough);
    List<Piece> pieces = Pieces.of(ink.map(), rough);
    DigitRecognizer loaded = recognizer.get();
    Readings readings = new Readings(loaded);
    ContentsReader contents = new ContentsReader(readings);
    int shorter = Math.min(ink.width(), ink.height());
    List<Integer> candidates =
        settings.findRotation() ? Upright.candidates(pieces, shorter, readings) : List.of(0);
    Attempt best = null;
    for (int quarters : candidates) {
      SheetInk turned = ink.turned(quarters);
      List<Piece> upright = quarters == 0 ? pieces : Pieces.of(turned.map(), rough);
      Contents read = contents.read(turned, upright, rough, stages.dissection());
      Attempt attempt = new Attempt(read, quarters, loaded, stages);
      if (read.isSurelyUpright()) {
        return attempt;
      }
      if (best == null || read.score() > best.contents.score()) {
        best = attempt;
      }
    }
    return best;
  }

  private static Page page(
      ReducedImage picture, Contents found, int quarters, double leastProbability) {
    int width = picture.width();
    int height = picture.height();
    Frame frame = found.ink().frame();
    List<Line> read = new ArrayList<>();
    for (List<Reading> line : found.lines()) {
      List<PageDigit> digits = new ArrayList<>();
      for (Reading reading : line) {
        digits.add(
            new PageDigit(
                frame.toPicture(reading.piece().box(), width, height),
                Readings.shown(reading.piece()),
                reading.answer(leastProbability)));
      }
      read.add(new Line(digits));
    }
    List<Dropped> dropped = new ArrayList<>();
    found
        .dropped()
        .forEach(
            (piece, reason) ->
                dropped.add(new Dropped(frame.toPicture(piece.box(), width, height), reason)));
    return new Page(width, height, 90 * quarters, read, dropped);
  }
}
