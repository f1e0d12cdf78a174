/** Measures Inkling: alone, beside other libraries, and against the number of digits. */
package io.github.inkling.benchmark;
