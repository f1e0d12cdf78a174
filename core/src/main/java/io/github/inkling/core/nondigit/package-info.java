/** Pictures that show no digit, drawn at random: what a detector of digits learns to refuse. */
package io.github.inkling.core.nondigit;
