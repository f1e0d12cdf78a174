package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.Sha256;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Provenance;
import io.github.inkling.core.recognizer.Provenance.Augmentation;
import io.github.inkling.core.recognizer.Versions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The provenance of a recognizer that is made of others. If all were trained on the same digits,
 * these are its training data. If not, the names are joined by {@code +}, the numbers of digits
 * added up, and the hash is the SHA-256 of their hashes in their order. Copies are told if all were
 * trained on the same ones. The seed is the first member's, the seconds are those of all, and the
 * report tells each member's own provenance.
 */
final class JointProvenance {
  private JointProvenance() {}

  /**
   * Describes a joint recognizer.
   *
   * @param trainer the name with settings from which a similar one can be trained
   * @param report what joining came to
   * @param featureSeconds seconds spent on preprocessing and features of validation digits
   * @param trainSeconds seconds spent on joining
   */
  static Provenance of(
      JointRecognizers joint,
      String trainer,
      Map<String, String> report,
      double featureSeconds,
      double trainSeconds) {
    List<Provenance> members =
        joint.recognizers().stream().map(DigitRecognizer::provenance).toList();
    Map<String, Provenance> byData = new LinkedHashMap<>();
    members.forEach(member -> byData.putIfAbsent(member.dataHash(), member));
    Collection<Provenance> distinct = byData.values();
    return new Provenance(
        distinct.stream().map(Provenance::data).distinct().collect(Collectors.joining(" + ")),
        hash(List.copyOf(byData.keySet())),
        distinct.stream().mapToInt(Provenance::samples).sum(),
        classCounts(distinct),
        augmentation(members),
        members.get(0).seed(),
        trainer,
        Versions.current(),
        Instant.now(),
        featureSeconds + members.stream().mapToDouble(Provenance::featureSeconds).sum(),
        trainSeconds + members.stream().mapToDouble(Provenance::trainSeconds).sum(),
        report);
  }

  /**
   * Tells who a member is and where it comes from.
   *
   * @param m its place among the members
   * @param figures what joining found out about it, by name
   */
  static void describeMember(
      JointRecognizers joint, int m, Map<String, String> figures, Map<String, String> report) {
    DigitRecognizer recognizer = joint.recognizers().get(m);
    Provenance provenance = recognizer.provenance();
    String name = joint.names().get(m);
    report.put(name, provenance.trainer() + " on " + recognizer.features().spec());
    // Not "member 1 errors": that is what a member's own figure of this name is called below.
    figures.forEach((figure, value) -> report.put(figure + " of " + name, value));
    report.put(
        name + " " + SeenDigits.TRAINED_ON,
        "%s (SHA-256 %s), seed %d"
            .formatted(provenance.data(), provenance.dataHash(), provenance.seed()));
    if (!provenance.augmentation().equals(Augmentation.NONE)) {
      report.put(
          name + " augmentation",
          provenance.augmentation().amount() + ", " + provenance.augmentation().settings());
    }
    provenance.report().forEach((figure, value) -> report.put(name + " " + figure, value));
  }

  private static Augmentation augmentation(List<Provenance> members) {
    Augmentation first = members.get(0).augmentation();
    boolean isShared = members.stream().allMatch(member -> member.augmentation().equals(first));
    return isShared ? first : Augmentation.NONE;
  }

  private static String hash(List<String> hashes) {
    if (hashes.size() == 1) {
      return hashes.get(0);
    }
    MessageDigest digest = Sha256.start();
    hashes.forEach(hash -> digest.update(hash.getBytes(StandardCharsets.US_ASCII)));
    return Sha256.hex(digest);
  }

  private static List<Integer> classCounts(Collection<Provenance> provenances) {
    List<Integer> counts = new ArrayList<>();
    IntStream.range(0, Prediction.CLASSES)
        .map(
            digit ->
                provenances.stream()
                    .mapToInt(
                        provenance ->
                            digit < provenance.classCounts().size()
                                ? provenance.classCounts().get(digit)
                                : 0)
                    .sum())
        .forEach(counts::add);
    return counts;
  }
}
