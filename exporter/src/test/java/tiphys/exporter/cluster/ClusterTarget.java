// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;

/** The two ways to a cluster, each with a double that speaks as what stands there. */
public enum ClusterTarget {
  KUBERNETES {
    @Override
    ClusterDouble server(Optional<Certificates> tls) {
      return new KubernetesDouble(tls.map(Certificates::context));
    }

    @Override
    Target way(ClusterDouble server, Optional<Certificates> tls, Path folder) {
      String text = ((KubernetesDouble) server).kubeconfig("token", tls);
      try {
        return new Target.KubeContext(
            Optional.of(Files.writeString(folder.resolve("kubeconfig"), text)), "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  ARGO_SERVER {
    @Override
    ClusterDouble server(Optional<Certificates> tls) {
      return new ArgoServerDouble(tls.map(Certificates::context));
    }

    @Override
    Target way(ClusterDouble server, Optional<Certificates> tls, Path folder) {
      Optional<Path> authorities = tls.map(own -> own.pem(folder));
      return new Target.ArgoServer(
          server.address(),
          new TokenSource.None(),
          authorities.isPresent()
              ? new Trust.Authorities(authorities.get())
              : new Trust.OfSystem());
    }
  };

  /**
   * @param tls the certificate that it shows; absent for a server without TLS
   */
  abstract ClusterDouble server(Optional<Certificates> tls);

  abstract Target way(ClusterDouble server, Optional<Certificates> tls, Path folder);
}
