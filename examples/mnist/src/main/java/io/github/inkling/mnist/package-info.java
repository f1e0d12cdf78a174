/** The MNIST digits, carried in the jar. */
package io.github.inkling.mnist;
