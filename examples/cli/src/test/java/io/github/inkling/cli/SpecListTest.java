package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecListTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "hog; hog",
        "hog,zoning:4x4; hog|zoning:4x4",
        "svm:kernel=rbf,c=10,mlp; svm:kernel=rbf,c=10|mlp",
        "hog,svm:kernel=rbf,c=10,knn:k=3; hog|svm:kernel=rbf,c=10|knn:k=3",
        "hog:bins=9,cell=7/14+0.5*zoning:4x4,pixels; hog:bins=9,cell=7/14+0.5*zoning:4x4|pixels",
        "hog, mlp; hog|mlp",
        "hog,,mlp; hog||mlp",
      })
  void whatIsKeyAndValueBelongsToTheNameBefore(String text, String specs) {
    assertThat(SpecList.ofNames(text).specs()).isEqualTo(List.of(specs.split("\\|", -1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "default; \"\"",
        "default,deskew=false; \"|deskew=false\"",
        "deskew=false,denoise=median; deskew=false,denoise=median",
        "deskew=false,deskew=true; deskew=false|deskew=true",
        "deskew=false,denoise=median,default,speck=0; \"deskew=false,denoise=median||speck=0\"",
      })
  void settingsBeginAnewAtDefaultAndAtAKeyThatWasThere(String text, String lists) {
    assertThat(SpecList.ofSettings(text, "default").specs())
        .isEqualTo(List.of(lists.split("\\|", -1)));
  }
}
