// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.Symbol;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceReference;

/** A name of a workflow template that other files may say too, and the one in its place. */
public sealed interface SharedRename {
  /** The workflow template that the name is of, as it was called before. */
  ResourceReference resource();

  record OfResource(ResourceReference resource, String to) implements SharedRename {}

  record OfTemplate(ResourceReference resource, String from, String to) implements SharedRename {}

  /** An input or output of a template. */
  record OfSlot(ResourceReference resource, String template, Slot slot, String from, String to)
      implements SharedRename {}

  /**
   * An argument of a workflow template.
   *
   * @param entrypoint the template whose input of the same name takes it
   */
  record OfArgument(
      ResourceReference resource,
      Symbol.Value value,
      String from,
      String to,
      Optional<String> entrypoint)
      implements SharedRename {}

  /**
   * What others would have to follow if a command were done; empty for what is no rename, and for
   * resources that cannot be referred to.
   */
  static Optional<SharedRename> of(Command command, DiagramState now) {
    return switch (command) {
      case RenameResource(int number, String to) ->
          reference(now, number).map(owner -> new OfResource(owner, to));
      case RenameTemplate(int number, var from, var to) ->
          reference(now, number).map(owner -> new OfTemplate(owner, from.value(), to.value()));
      case RenameArgument rename when rename.passed(now).isPresent() ->
          of(rename.passed(now).get(), now);
      case RenameArgument rename ->
          reference(now, rename.resource()).map(owner -> ofArgument(rename, owner, now));
      case RenameSlot rename when rename.argument(now).isPresent() ->
          of(rename.argument(now).get(), now);
      case RenameSlot(Scope scope, Slot slot, String from, String to) ->
          reference(now, scope.resource())
              .map(owner -> new OfSlot(owner, scope.template().value(), slot, from, to));
      case SetField set -> set.renaming(now).flatMap(rename -> of(rename, now));
      default -> Optional.empty();
    };
  }

  /**
   * A rename that is another file's to make, because the name is declared there.
   *
   * @param file as the library calls it
   */
  record Elsewhere(String file, RenameArgument rename) {}

  /** The rename that a command comes to in another file of the library; empty for any other. */
  static Optional<Elsewhere> elsewhere(Command command, DiagramState now) {
    return switch (command) {
      case RenameArgument rename -> rename.elsewhere(now);
      case RenameSlot rename -> rename.argument(now).flatMap(passed -> passed.elsewhere(now));
      default -> Optional.empty();
    };
  }

  private static SharedRename ofArgument(
      RenameArgument rename, ResourceReference owner, DiagramState now) {
    Optional<String> entrypoint =
        rename.inputOfEntrypoint(now).map(uses -> uses.ground().scope().template().value());
    return new OfArgument(owner, rename.value(), rename.from(), rename.to(), entrypoint);
  }

  private static Optional<ResourceReference> reference(DiagramState now, int number) {
    List<Resource> resources = now.workflow().resources();
    return number >= 0 && number < resources.size()
        ? resources.get(number).reference()
        : Optional.empty();
  }
}
