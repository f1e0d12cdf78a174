package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Classifiers;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs read specs, so they are the same wherever they are written: here with ٠ to ٩. */
class SettingsLocaleTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void writeDigitsInArabic() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    assertThat("%d".formatted(3)).isNotEqualTo("3");
  }

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "svm:kernel=poly,c=0.5,gamma=1.5,degree=2,coef0=0,tol=0.01,epochs=3,folds=4,virtual=5,axes=200,memory=100",
        "knn:k=3,weights=uniform,metric=euclidean",
        "knn:k=3,weights=uniform,metric=euclidean,index=hnsw,m=16,ef=100",
        "mlp:hidden=256/128,dropout=0.2,epochs=20,batch=128,rate=0.05,schedule=step,momentum=0.9,"
            + "decay=0.0005,smoothing=0.1,holdout=0.05,patience=10,augment=true"
      })
  void aSpecIsReadAndWrittenInAnyLocale(String spec) {
    assertThat(Classifiers.trainer(spec).spec()).isEqualTo(spec);
  }
}
