package io.github.inkling.core.vision;

/** Sees the stages of a normalisation while it runs. */
interface StageObserver {
  /** Sees nothing. */
  StageObserver NONE =
      new StageObserver() {
        @Override
        public boolean isWatching() {
          return false;
        }

        @Override
        public void see(String stage, Raster picture) {}
      };

  /** Whether stages that the result does not need shall be computed as well. */
  boolean isWatching();

  /** Sees a stage, which is copied before this returns. */
  void see(String stage, Raster picture);
}
