package io.github.inkling.core.dataset;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.image.PictureFile;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a folder of pictures in the subfolders {@code 0} to {@code 9}, which are their labels.
 *
 * <p>Files are taken by their extension (png, jpg, jpeg, bmp, tif, tiff, webp, in any case) and in
 * the order of their names, so that the same folder is the same data set on every machine. Hidden
 * files, files of other extensions and other subfolders are ignored; a missing subfolder is a digit
 * without pictures.
 */
public final class ImageFolder {
  private record Picture(Path file, int label) {}

  private ImageFolder() {}

  /**
   * Reads a folder.
   *
   * @param folder with the subfolders {@code 0} to {@code 9}
   * @return its digits, named {@code folder:DIR}, the zeros first
   * @throws IOException if the folder cannot be read, has no pictures, or has one that cannot be
   *     decoded, naming it
   */
  public static LabeledDigits read(Path folder) throws IOException {
    return read(folder, ProgressListener.NONE);
  }

  /**
   * Reads a folder, on all cores.
   *
   * @param folder with the subfolders {@code 0} to {@code 9}
   * @param progress hears of decoded pictures
   * @return its digits, named {@code folder:DIR}, the zeros first
   * @throws IOException if the folder cannot be read, has no pictures, or has one that cannot be
   *     decoded, naming it
   */
  public static LabeledDigits read(Path folder, ProgressListener progress) throws IOException {
    List<Picture> pictures = list(folder);
    if (pictures.isEmpty()) {
      throw new MalformedFileException(
          folder,
          "no pictures; expected subfolders 0 to 9, each with pictures of its digit"
              + " (PNG, JPEG, BMP, TIFF or WebP)");
    }
    List<GrayImage> images =
        ParallelDecoding.decode(folder, pictures.stream().map(Picture::file).toList(), progress);
    DigitCollector digits = new DigitCollector(folder);
    for (int i = 0; i < images.size(); i++) {
      digits.add(images.get(i), pictures.get(i).label());
    }
    return digits.collect("folder:" + folder);
  }

  private static List<Picture> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Files.exists(folder)
          ? new MalformedFileException(folder, "a file, but a folder was expected")
          : new NoSuchFileException(folder.toString(), null, "there is no such folder");
    }
    List<Picture> pictures = new ArrayList<>();
    for (int label = 0; label < Prediction.CLASSES; label++) {
      Path subfolder = folder.resolve(String.valueOf(label));
      if (Files.isDirectory(subfolder)) {
        try (Stream<Path> files = Files.list(subfolder)) {
          for (Path file : files.sorted(Comparator.comparing(ImageFolder::fileName)).toList()) {
            if (isPicture(file)) {
              pictures.add(new Picture(file, label));
            }
          }
        }
      }
    }
    return pictures;
  }

  private static boolean isPicture(Path file) throws IOException {
    boolean named = PictureFile.hasPictureName(file) && !Files.isHidden(file);
    if (named && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw new MalformedFileException(
          file, "a broken link, a pipe or a device; mend it or take it out of the folder");
    }
    return named && Files.isRegularFile(file);
  }

  private static String fileName(Path file) {
    return file.getFileName().toString();
  }
}
