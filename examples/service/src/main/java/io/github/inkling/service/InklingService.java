package io.github.inkling.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Versions;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The recognition service: digits and pages over HTTP, and a page to draw on. It answers from the
 * moment it is made; what needs the model waits until that is loaded.
 *
 * <pre>{@code
 * try (InklingService service =
 *     InklingService.start(
 *         ServiceSettings.local(8080),
 *         CompletableFuture.completedFuture(DigitRecognizer.pretrained()))) {
 *   System.out.println("http://localhost:" + service.port());
 *   ...
 * }
 * }</pre>
 */
public final class InklingService implements AutoCloseable {
  private final ServiceSettings settings;
  private final CompletableFuture<DigitRecognizer> loading;
  private final RequestMetrics metrics = new RequestMetrics();

  /** Requests that have come whole and are not answered yet. */
  private final AtomicInteger atWork = new AtomicInteger();

  private final BodyReader bodies;
  private final DigitBatcher batcher;
  private final PictureWorkers workers;
  private final RecognitionEndpoints recognition;
  private final CorrectionEndpoint corrections;
  private final Gate gate;
  private final WebServer web;
  private final Javalin javalin;
  private volatile int port;
  private volatile boolean isStopping;

  private InklingService(
      ServiceSettings settings,
      CompletableFuture<DigitRecognizer> loading,
      Optional<DigitCollection> collection) {
    this.settings = settings;
    this.loading = loading;
    Limits limits = settings.limits();
    bodies = new BodyReader(limits, new BodyBudget(limits.bodiesBytes(), metrics.registry()));
    batcher = new DigitBatcher(loading, limits.waitingDigits(), metrics.registry());
    workers = new PictureWorkers(limits, metrics.registry());
    recognition =
        new RecognitionEndpoints(
            loading, batcher, workers, task -> threads().execute(task), limits);
    corrections = new CorrectionEndpoint(collection, recognition, workers);
    gate = new Gate(settings);
    web = new WebServer(settings);
    javalin = Javalin.create(this::configure);
  }

  /**
   * Starts a service.
   *
   * @param settings how it runs
   * @param recognizer the model, or that which is being loaded
   * @return the running service
   * @throws IOException if the port is taken, or the folder of corrections cannot be used
   */
  public static InklingService start(
      ServiceSettings settings, CompletableFuture<DigitRecognizer> recognizer) throws IOException {
    Optional<DigitCollection> collection = Optional.empty();
    if (settings.collect().isPresent()) {
      collection =
          Optional.of(
              DigitCollection.open(settings.collect().get(), settings.limits().collected()));
    }
    InklingService service = new InklingService(settings, recognizer, collection);
    try {
      service.web.start(service.javalin);
      service.port = service.javalin.port();
      return service;
    } catch (IOException e) {
      service.close();
      throw e;
    }
  }

  /**
   * The port that it listens on, until it is closed.
   *
   * @return 1 to 65,535
   */
  public int port() {
    return port;
  }

  /** Stops: what is asked already is still answered, for at most half a minute. */
  @Override
  public void close() {
    isStopping = true;
    javalin.stop();
    batcher.close();
    workers.close();
    metrics.close();
  }

  /** The method and path of each route, as in {@code POST /api/v1/digit}. */
  Set<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(route -> route.endpoint)
        .filter(route -> route.method.isHttpMethod())
        .map(route -> route.method + " " + route.path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void configure(JavalinConfig config) {
    web.configure(config);
    config.requestLogger.http(metrics::record);
    config.routes.before("/api/v1/*", gate::check);
    config.routes.before("/metrics", gate::check);
    config.routes.post("/api/v1/digit", request -> answer(request, recognition::digit));
    config.routes.post("/api/v1/read", request -> answer(request, recognition::read));
    config.routes.post("/api/v1/batch", request -> answer(request, recognition::batch));
    config.routes.post("/api/v1/corrections", this::correct);
    config.routes.get("/api/v1/model", this::describeModel);
    config.routes.get("/api/v1/service", this::describeService);
    config.routes.get("/health/live", request -> health(request, "up"));
    config.routes.get("/health/ready", request -> health(request, readiness()));
    config.routes.get(
        "/metrics",
        request -> request.contentType(RequestMetrics.CONTENT_TYPE).result(metrics.text()));
    new ApiEndpoints().addTo(config.routes);
    ProblemAnswers.configure(config);
  }

  /** Reads the body as it comes, and answers on a thread of the server. */
  private void answer(
      Context request, BiFunction<Context, byte[], CompletableFuture<ObjectNode>> endpoint) {
    Upload.requireReadable(request);
    if (isStopping) {
      throw ProblemException.busy("the service is stopping");
    }
    request.future(
        () ->
            bodies
                .read(request.req())
                .thenCompose(body -> work(() -> endpoint.apply(request, body)))
                .handleAsync((answer, error) -> write(answer, error, request), threads()));
  }

  /** Does what was asked, unless too many ask: then before any work is done for one more. */
  private <T> CompletableFuture<T> work(Supplier<CompletableFuture<T>> work) {
    int most = settings.limits().waitingDigits() + settings.limits().waitingPictures();
    if (atWork.incrementAndGet() > most) {
      atWork.decrementAndGet();
      throw ProblemException.busy("too many requests are waiting");
    }
    CompletableFuture<T> answer;
    try {
      answer = work.get();
    } catch (RuntimeException | Error e) {
      answer = CompletableFuture.failedFuture(e);
    }
    return answer.whenComplete((done, error) -> atWork.decrementAndGet());
  }

  /** A client that takes its answer slowly must not hold up who recognises, or keeps the time. */
  private Executor threads() {
    return javalin.jettyServer().threadPool();
  }

  private static Context write(ObjectNode answer, Throwable error, Context request) {
    if (error != null) {
      throw error instanceof CompletionException known ? known : new CompletionException(error);
    }
    return Answers.send(answer, request);
  }

  private void correct(Context request) {
    corrections.check(request);
    answer(request, corrections::keep);
  }

  private void describeModel(Context request) {
    request.future(
        () ->
            loading.thenAccept(
                recognizer -> Answers.send(ModelJson.of(settings.model(), recognizer), request)));
  }

  private void describeService(Context request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", Versions.inkling()).put("collects", corrections.collects());
    json.putObject("limits")
        .put("bodyBytes", settings.limits().bodyBytes())
        .put("picturePixels", settings.limits().picturePixels())
        .put("batchDigits", settings.limits().batchDigits())
        .put("strokes", StrokesJson.MOST_STROKES)
        .put("points", StrokesJson.MOST_DOTS);
    Answers.send(json, request);
  }

  private String readiness() {
    if (isStopping) {
      return "stopping";
    }
    boolean recognizes =
        loading.isDone() && !loading.isCompletedExceptionally() && batcher.isAlive();
    return recognizes ? "up" : "loading";
  }

  private static void health(Context request, String status) {
    request.status(status.equals("up") ? 200 : 503);
    Answers.send(JsonNodeFactory.instance.objectNode().put("status", status), request);
  }
}
