// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Locale;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;

/** Something a person can do to a diagram. Its fields are exactly what the person chose. */
public sealed interface Command
    permits AddItem,
        AddSlot,
        AddTask,
        AddTaskOfKind,
        AddTemplate,
        CallTemplate,
        ChangeKind,
        ConnectTasks,
        Correct,
        DeleteTasks,
        DeleteTemplate,
        DisableTasks,
        DisconnectTasks,
        DuplicateTasks,
        DuplicateTemplate,
        ExtractTemplate,
        FollowRename,
        InlineTemplate,
        InsertTask,
        LayOut,
        Modernise,
        MoveItem,
        MoveNodes,
        MoveStep,
        MoveTask,
        PasteFragment,
        Quote,
        ReconnectTasks,
        RemoveSlot,
        RenameKey,
        RenameResource,
        RenameArgument,
        RenameInlineSlot,
        RenameInlineTask,
        RenameSlot,
        RenameTask,
        RenameTemplate,
        RenameVolume,
        SetArea,
        SetCondition,
        SetDepends,
        SetEntrypoint,
        SetExitHandler,
        SetField,
        SetHook,
        SetNote,
        TurnDrawing,
        UnsetField {
  /** The edits that would do it now, or the reason why it cannot be done. Changes nothing. */
  Outcome<Plan> plan(DiagramState now);

  /**
   * Names the command in menus, in the history and on the command line, for example {@code
   * connect-tasks}.
   */
  default String key() {
    return getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
