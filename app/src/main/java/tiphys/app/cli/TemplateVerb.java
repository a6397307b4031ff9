// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.app.files.LineDifference;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Listing;
import tiphys.exporter.cluster.ObjectFilter;
import tiphys.exporter.cluster.StorePlan;
import tiphys.exporter.cluster.StoredResource;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;

/** Templates and cron workflows that a cluster keeps: listed, read, created, replaced, deleted. */
final class TemplateVerb {
  private final Console console;
  private final ClusterAccess access;

  TemplateVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int execute(Arguments arguments) {
    List<String> words = arguments.words();
    String what = words.isEmpty() ? "list" : words.getFirst();
    if (what.equals("list") && words.size() <= 1) {
      return access.with(arguments, gateway -> list(gateway, arguments));
    }
    if (words.size() != 2) {
      return console.misused("template-words");
    }
    return switch (what) {
      case "get", "delete" -> one(what, words.get(1), arguments);
      case "create", "update" -> keep(what, words.get(1), arguments);
      default -> console.misused("template-words");
    };
  }

  /** What all namespaces share is often not for everybody to list; the others are shown then. */
  private int list(ClusterGateway gateway, Arguments arguments) {
    int status = Console.GOOD;
    for (ArgoKind kind : StoredResource.KINDS) {
      Outcome<Listing> listed =
          gateway.list(kind, ClusterAccess.namespace(arguments), ObjectFilter.ALL);
      Optional<Problem> why = listed.refusal();
      if (why.isPresent()) {
        status = access.refuse(why.get());
        if (why.get().code() != ProblemCode.CLUSTER_ACCESS_DENIED) {
          return status;
        }
      }
      for (ObjectNode item : listed.result().map(Listing::items).orElse(List.of())) {
        console.out().println(new StoredResource(kind, item).path());
      }
    }
    return status;
  }

  private int one(String what, String path, Arguments arguments) {
    int slash = path.indexOf('/');
    Optional<ArgoKind> kind =
        ArgoKind.of(path.substring(0, Math.max(0, slash))).filter(StoredResource.KINDS::contains);
    if (kind.isEmpty()) {
      return console.misused("submit-from", path);
    }
    String name = path.substring(slash + 1);
    String namespace = ClusterAccess.namespace(arguments);
    return access.with(
        arguments,
        gateway -> {
          Outcome<ObjectNode> answer =
              what.equals("get")
                  ? gateway.get(kind.get(), namespace, name)
                  : gateway.delete(kind.get(), namespace, name);
          if (answer.refusal().isPresent()) {
            return access.refuse(answer.refusal().get());
          }
          if (what.equals("delete")) {
            console.say("template-deleted", path);
          } else {
            print(new StoredResource(kind.get(), answer.result().orElseThrow()), arguments);
          }
          return Console.GOOD;
        });
  }

  private void print(StoredResource found, Arguments arguments) {
    boolean isJson = arguments.last("-o").filter("json"::equals).isPresent();
    console
        .out()
        .print(
            isJson ? ManifestWriter.json(found.manifest()) : ManifestWriter.yaml(found.manifest()));
  }

  private int keep(String what, String file, Arguments arguments) {
    Outcome<SourceFile> read = SourceFile.read(file);
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    List<ObjectNode> resources = resources(read.result().orElseThrow());
    if (resources.isEmpty()) {
      return console.misused("template-none");
    }
    return access.with(
        arguments,
        gateway -> {
          for (ObjectNode resource : resources) {
            int status = keep(what, gateway, resource, arguments);
            if (status != Console.GOOD) {
              return status;
            }
          }
          return Console.GOOD;
        });
  }

  private static List<ObjectNode> resources(SourceFile source) {
    Locator locator = new Locator(source.state().tree(), source.state().workflow());
    List<ObjectNode> all = new ArrayList<>();
    for (int i = 0; i < source.state().workflow().resources().size(); i++) {
      if (locator.resource(i).map(ManifestReader::toJson).orElse(null) instanceof ObjectNode whole
          && ArgoKind.of(whole.path("kind").asText(""))
              .filter(StoredResource.KINDS::contains)
              .isPresent()) {
        all.add(whole);
      }
    }
    return all;
  }

  private int keep(String what, ClusterGateway gateway, ObjectNode mine, Arguments arguments) {
    String namespace = ClusterAccess.namespace(arguments);
    Outcome<StorePlan> planned = StorePlan.of(gateway, namespace, mine);
    if (planned.refusal().isPresent()) {
      return access.refuse(planned.refusal().get());
    }
    StorePlan plan = planned.result().orElseThrow();
    boolean isCreate = what.equals("create");
    String path = plan.made().path();
    if (!isCreate && plan instanceof StorePlan.Nothing) {
      console.say("template-same", path, gateway.address());
      return Console.GOOD;
    }
    if (isCreate != plan instanceof StorePlan.Create) {
      console.say(isCreate ? "template-there" : "template-not-there", path);
      return Console.NO;
    }
    if (plan instanceof StorePlan.Replace replace) {
      tell(replace);
    }
    if (arguments.has("--dry-run")) {
      console.say(
          isCreate ? "template-would-create" : "template-would-replace", path, gateway.address());
      return Console.GOOD;
    }
    Outcome<ObjectNode> done = plan.perform(gateway, namespace);
    if (done.refusal().isPresent()) {
      return access.refuse(done.refusal().get());
    }
    console.say(isCreate ? "template-created" : "template-replaced", path, gateway.address());
    return Console.GOOD;
  }

  private void tell(StorePlan.Replace replace) {
    LineDifference.between(
            SourceText.of(ManifestWriter.yaml(replace.before().manifest())),
            SourceText.of(ManifestWriter.yaml(replace.made().manifest())))
        .forEach(row -> console.err().println(sign(row.sign()) + row.text()));
  }

  private static String sign(LineDifference.Sign sign) {
    return switch (sign) {
      case BOTH -> "  ";
      case ONLY_BEFORE -> "- ";
      case ONLY_AFTER -> "+ ";
      case LEFT_OUT -> "  …";
    };
  }
}
