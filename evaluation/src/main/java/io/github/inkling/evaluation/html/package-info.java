/**
 * The report of an experiment as one HTML file that needs nothing else: {@link
 * io.github.inkling.evaluation.html.HtmlReport}. Templates, style and script are resources beside
 * it; charts are SVG.
 */
package io.github.inkling.evaluation.html;
