/**
 * Convolutional networks on PyTorch, which DJL calls; neither appears in a public signature.
 *
 * <p>The first training or prediction unpacks PyTorch, 450 MB, into {@code ~/.djl.ai}, or where the
 * environment variable or system property {@code DJL_CACHE_DIR} says. On Linux, training takes up
 * to three times as long where the C library gives memory back to the system after every step;
 * these environment variables, set before Java starts, have it keep the memory: {@code
 * MALLOC_ARENA_MAX=1}, {@code MALLOC_MMAP_MAX_=0}, {@code MALLOC_TRIM_THRESHOLD_=100000000000}.
 * Beside other work on the same cores, {@code OMP_WAIT_POLICY=PASSIVE} helps, too. PyTorch itself
 * may write a line to the error stream.
 */
package io.github.inkling.classifiers.cnn;
