/**
 * The one door to OpenCV's native library. For Inkling's own modules: nothing here is part of the
 * public contract.
 */
package io.github.inkling.core.opencv;
