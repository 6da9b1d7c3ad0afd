import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node for tests, at 127.0.0.1 and the given port, until its process is ended: OpenSearchNode FOLDER PORT. */
public final class OpenSearchNode {
  public static void main(String[] arguments) throws Exception {
    String folder = arguments[0];
    int port = Integer.parseInt(arguments[1]);
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.onBuild((number, settings) -> {
      settings.put("http.port", port);
      settings.put("discovery.type", "single-node");
    });
    runner.build(OpenSearchRunner.newConfigs().basePath(folder).numOfNode(1).printOnFailure());
    Thread.currentThread().join();
  }
}
