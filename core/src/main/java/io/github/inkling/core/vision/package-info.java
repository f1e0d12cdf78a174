/** Preprocessing by OpenCV: from any picture of a digit to the normalised one. */
package io.github.inkling.core.vision;
