/** Pictures: any grey picture, and the normalised 28 x 28 digit. */
package io.github.inkling.core.image;
