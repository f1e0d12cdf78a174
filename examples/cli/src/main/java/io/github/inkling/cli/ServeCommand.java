package io.github.inkling.cli;

import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.service.InklingService;
import io.github.inkling.service.Limits;
import io.github.inkling.service.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the online service. */
@Command(
    name = "serve",
    description = {
      "Recognise digits over HTTP, with a page to draw and photograph them.",
      "Runs until it is stopped (Ctrl-C); what is asked already is still answered."
    })
final class ServeCommand implements Callable<Integer> {
  private static final String TOKEN = "INKLING_TOKEN";

  private final Terminal terminal;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}; 0 for any that is free")
  private int port;

  @Option(
      names = "--host",
      defaultValue = ServiceSettings.LOOPBACK,
      paramLabel = "ADDRESS",
      description = {
        "The address to listen on. Default: ${DEFAULT-VALUE}, which only this",
        "machine can reach; 0.0.0.0 for all"
      })
  private String host;

  @Mixin private ModelOption model;
  @Mixin private AcceptedErrorOption acceptedError;

  @Option(
      names = "--collect",
      paramLabel = "DIR",
      description = {
        "Let wrong answers be corrected on the page, and keep the digits there, for",
        "inkling train --data folder:DIR"
      })
  private Path collect;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "Answer only who shows the token in this file, as a bearer token. The",
        "environment variable " + TOKEN + " does the same."
      })
  private Path tokenFile;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description = "Let the pages of this origin ask, too (CORS). May be repeated.")
  private List<String> origins = List.of();

  @Option(
      names = "--rate",
      defaultValue = "0",
      paramLabel = "N",
      description = "The most requests a minute of one address. Default: any number")
  private int requestsPerMinute;

  @Option(
      names = "--behind-proxy",
      description = {
        "Take the last address of X-Forwarded-For, and that alone, for the client's.",
        "Only behind a proxy of your own, which sets it."
      })
  private boolean behindProxy;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServiceSettings settings = settings();
    CompletableFuture<DigitRecognizer> loading =
        model.startLoading().thenApply(loaded -> acceptedError.applyTo(loaded, model));
    CountDownLatch stopped = new CountDownLatch(1);
    try (InklingService service = InklingService.start(settings, loading)) {
      Thread stopper = new Thread(() -> stop(service, stopped), "stopper");
      loading.join();
      tellAddress(service, settings);
      Runtime.getRuntime().addShutdownHook(stopper);
      stopped.await();
    }
    return 0;
  }

  private static void stop(InklingService service, CountDownLatch stopped) {
    service.close();
    stopped.countDown();
  }

  private ServiceSettings settings() throws IOException {
    return new ServiceSettings(
        host,
        port,
        model.file().toString(),
        token(),
        Optional.ofNullable(collect),
        origins,
        requestsPerMinute,
        behindProxy,
        Limits.defaults());
  }

  private Optional<String> token() throws IOException {
    if (tokenFile != null) {
      return Optional.of(Files.readString(tokenFile).strip());
    }
    return Optional.ofNullable(System.getenv(TOKEN)).map(String::strip);
  }

  private void tellAddress(InklingService service, ServiceSettings settings) {
    String shown = host.equals(ServiceSettings.LOOPBACK) ? "localhost" : host;
    terminal.out().println("Inkling listens on http://%s:%d".formatted(shown, service.port()));
    terminal.out().println("  draw      http://%s:%d/".formatted(shown, service.port()));
    terminal.out().println("  programs  http://%s:%d/api".formatted(shown, service.port()));
    if (collect != null) {
      terminal.out().println("  corrected digits are kept in " + collect);
    }
    if (settings.token().isPresent()) {
      terminal.out().println("  who asks needs the token");
    } else if (!settings.isForThisMachine()) {
      terminal.err().println("inkling: anyone who reaches this address may ask; see --token-file");
    }
    terminal.out().println("Stop it with Ctrl-C.");
    terminal.out().flush();
  }
}
