/**
 * Preprocessing by OpenCV: from any picture of a digit to the normalised one, and what is to be
 * seen in it, edges and contours.
 *
 * <p>All of OpenCV's matrices live and die within a call; small pictures are measured in plain Java
 * where a call to native code would cost more than the work.
 */
package io.github.inkling.core.vision;
