/**
 * The {@code inkling} command: one class per subcommand, over the libraries of the other modules.
 */
package io.github.inkling.cli;
