package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ComponentSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CnnSettingsTest {
  @Test
  void aPresetBringsItsSettingsAndOthersReplaceThem() {
    CnnSettings lenet = CnnSettings.parse(ComponentSpec.parse("cnn"));
    CnnSettings accurate =
        CnnSettings.parse(ComponentSpec.parse("cnn:preset=accurate,epochs=7,augment=false"));

    assertThat(lenet).isEqualTo(CnnPreset.LENET.settings());
    assertThat(accurate.layers()).isEqualTo(CnnPreset.ACCURATE.settings().layers());
    assertThat(accurate.views()).isEqualTo(CnnPreset.ACCURATE.settings().views());
    assertThat(accurate.descent().epochs()).isEqualTo(7);
    assertThat(accurate.descent().augment()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void theSpecMakesTheSameSettingsAgain(CnnPreset preset) {
    CnnSettings settings = preset.settings();

    assertThat(CnnSettings.parse(ComponentSpec.parse(settings.spec()))).isEqualTo(settings);
    assertThat(Classifiers.trainer("cnn:preset=" + preset).spec()).isEqualTo(settings.spec());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cnn:preset=resnet|preset must be one of lenet, small, accurate, not 'resnet'",
        "cnn:layers=conv6x5/blur|a cnn has no layer 'blur'",
        "cnn:layers=conv6x4|the kernel of conv6x4 must be odd",
        "cnn:layers=pool/pool/pool/pool/pool|nothing left for its layer pool",
        "cnn:layers=conv1300x3/dense4096|a cnn's layers have at most 100,000,000 weights, not 4,17",
        "cnn:layers=conv1300x3,batch=1024|batch must be at most 263 with layers that make 1,0",
        "cnn:batchnorm=true,batch=1|batch with batchnorm=true must be in 2..1024, not 1",
        "cnn:batchnorm=yes|batchnorm must be one of true, false, not 'yes'",
        "cnn:epochs=0|epochs must be in 1..10000, not 0",
        "cnn:batch=1025|batch must be in 1..1024, not 1025",
        "cnn:rate=0|rate must be above 0",
        "cnn:rate=NaN|rate",
        "cnn:schedule=linear|schedule must be one of cosine, cycle, step, constant",
        "cnn:momentum=1|momentum must be 0 to below 1, not 1",
        "cnn:decay=-1|decay must be 0 to 1, not -1",
        "cnn:smoothing=0.95|smoothing must be 0 to 0.9, not 0.95",
        "cnn:averaging=1|averaging must be 0 to below 1, not 1",
        "cnn:holdout=1|holdout must be 0 to 0.9, not 1",
        "cnn:patience=-1|patience must be in 0..10000, not -1",
        "cnn:columns=0|columns must be in 1..16, not 0",
        "cnn:columns=17|columns must be in 1..16, not 17",
        "cnn:layers=conv64x3/pool/conv128x3/dense1024,columns=8|at most 100,000,000 weights together",
        "cnn:layers=conv600x3,batch=128,columns=5|batch must be at most 114 with layers",
        "cnn:views=3|views must be 1, 5 or 9, not 3",
        "cnn:dropout=0.5|unknown setting 'dropout'"
      })
  void settingsOutOfRangeAreRefusedByName(String spec, String message) {
    assertThatThrownBy(() -> Classifiers.trainer(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
