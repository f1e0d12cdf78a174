/** From a photographed sheet to lines of digits: {@link io.github.inkling.core.page.PageReader}. */
package io.github.inkling.core.page;
