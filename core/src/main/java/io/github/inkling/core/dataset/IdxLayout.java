package io.github.inkling.core.dataset;

/** In which order the pixels of a picture stand in an IDX file. */
public enum IdxLayout {
  /** Row by row, as in MNIST. */
  ROW_MAJOR,

  /** Column by column, as in EMNIST, whose pictures lie on their side when read row by row. */
  COLUMN_MAJOR
}
