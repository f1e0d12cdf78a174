/**
 * Reads digits over HTTP, and brings a page along to draw and photograph them: {@link
 * io.github.inkling.service.InklingService} is the server, {@link
 * io.github.inkling.service.ServiceSettings} says how it runs.
 */
package io.github.inkling.service;
