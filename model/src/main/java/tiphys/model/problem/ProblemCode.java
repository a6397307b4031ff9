// SPDX-License-Identifier: Apache-2.0
package tiphys.model.problem;

import java.util.Locale;

/**
 * Every kind of problem. Each has a sentence in {@code problem.properties} of the application,
 * under the key {@link #key()}; {@code {0}}, {@code {1}} … there are the arguments named here.
 */
public enum ProblemCode {
  /** File. */
  FILE_NOT_FOUND,
  /** File. */
  FILE_IS_FOLDER,
  /** File. */
  FILE_DENIED,
  /** File; its size and the limit in megabytes. */
  FILE_TOO_LARGE,
  /** File: it holds bytes that are no UTF-8 text. */
  FILE_NOT_TEXT,
  /** File; the system's reason. */
  FILE_NOT_READ,
  /** File; the system's reason. */
  FILE_NOT_WRITTEN,
  /** File whose name ends with no form that pictures have. */
  NO_PICTURE_FORM,
  NO_DIRECTION,
  /** The program git is not there. */
  GIT_MISSING,
  /** Folder that lies in no git repository. */
  GIT_NO_REPOSITORY,
  /** Revision that is not there; the file. */
  GIT_NO_REVISION,
  /** File; the revision that does not have it. */
  GIT_NOT_COMMITTED,
  /** A file that is not on the disk yet has no commit. */
  GIT_NOT_SAVED,
  /** Folder; the reason that git gave. */
  GIT_FAILED,
  /** The file beside it that keeps the places of its nodes. */
  SIDECAR_DAMAGED,
  /** The parser's reason. */
  YAML_SYNTAX,
  /** Limit of nesting. */
  YAML_TOO_DEEP,
  /** Alias name. */
  YAML_UNKNOWN_ALIAS,
  /** Alias name: it stands inside what it stands for. */
  YAML_ALIAS_OF_ITSELF,
  /** Limit of values. */
  YAML_TOO_MANY_ALIASES,
  /** Key. Argo: strict decoding error, ARGO-003. */
  YAML_DUPLICATE_KEY,
  /** A tab between a dash and its item, which libyaml takes for no blank. */
  YAML_TAB_BEHIND_DASH,
  /** A line break of YAML 1.1 that YAML 1.2 takes for a character: NEL, LS, PS. */
  YAML_ODD_BREAK,
  /** A byte order mark that does not begin the file. */
  YAML_MARK_INSIDE,
  /** Three dashes that begin a line and no document: Argo begins one there. */
  YAML_SPLIT_BY_ARGO,
  /** What stands behind {@code <<} is no mapping and no list of mappings (go-yaml: decode.go). */
  YAML_MERGE_OF_NO_MAPPING,
  /**
   * The edit could not be made without changing something else; the parser's or planner's reason.
   */
  EDIT_NOT_POSSIBLE,
  /** Name of an anchor; how many aliases elsewhere stand for the same. */
  EDIT_SHARED,
  /** Line and column of what was to have a comment above it. */
  COMMENT_NOT_HERE,
  /** Field; the definition that does not have it. Argo: strict decoding error, ARGO-002. */
  FIELD_NOT_IN_ARGO,
  /** Field; the version of Argo that removed it; the field that took its place, or nothing. */
  FIELD_REMOVED,
  /** What is written; what Argo reads instead of a text. Argo: ARGO-004. */
  TEXT_EXPECTED,
  /** What is written; the text that Argo makes of it. */
  TEXT_READ_OTHERWISE,

  /** What stands there instead of a task's name. */
  DEPENDS_TASK_EXPECTED,
  /** What stands there instead of an operator. */
  DEPENDS_OPERATOR_EXPECTED,
  /** A bracket that is not closed. */
  DEPENDS_BRACKET_OPEN,
  /** The word that is no result. Argo: ARGO-108. */
  DEPENDS_UNKNOWN_RESULT,

  /** What was written; a place that is not of the form that is expected. */
  ADDRESS_MALFORMED,
  /** Template name. */
  ADDRESS_NO_TEMPLATE,
  /** What is shown is a resource as a whole; there are no tasks in it to change. */
  RESOURCE_WITHOUT_TEMPLATES,
  /** Task name; template name. */
  ADDRESS_NO_TASK,
  /** Number of the resource, counted from 1. */
  ADDRESS_NO_RESOURCE,
  /** Name of the resource. */
  ADDRESS_NO_RESOURCE_NAMED,

  /** Name of a task. Argo: ARGO-092, ARGO-104. */
  TASK_NAME_INVALID,
  /** Task name. Argo: ARGO-091, ARGO-101. */
  TASK_NAME_TAKEN,
  /** Its position. Argo: ARGO-090, ARGO-104. */
  TASK_NAME_MISSING,
  /** Task name; a name that begins with a digit cannot stand in depends. Argo: ARGO-105. */
  TASK_NAME_DIGIT,
  /** Template name. Argo: ARGO-023. */
  TEMPLATE_NAME_INVALID,
  /** Template name. Argo: ARGO-024. */
  TEMPLATE_NAME_TAKEN,
  /** Its position. Argo: ARGO-022. */
  TEMPLATE_NAME_MISSING,
  /** Argo: ARGO-035. */
  ENTRYPOINT_MISSING,
  /** Template name. Argo: ARGO-043. */
  ENTRYPOINT_UNKNOWN,
  /** Template name; task name. Argo: ARGO-043. */
  TEMPLATE_UNKNOWN,
  /** Name of a resource; its kind. It is in no file at hand; a hint. Argo: ARGO-021, ARGO-044. */
  REFERENCE_UNKNOWN,
  /** Template name; the resource that has none of that name; who calls it. Argo: ARGO-044. */
  REFERENCE_NO_TEMPLATE,
  /** Task name. Argo: ARGO-045. */
  TEMPLATE_NOT_NAMED,
  /** Template name. Argo: ARGO-046, ARGO-050. */
  TEMPLATE_TYPE_MISSING,
  /** Template name; the types found. Argo: ARGO-051. */
  TEMPLATE_TYPES_SEVERAL,
  /** Name that is no task; task name. Argo: ARGO-102. */
  DEPENDENCY_UNKNOWN,
  /** The cycle, for example {@code A → B → A}. Argo: ARGO-103. */
  CYCLE,
  /** Two task names; the way back from the second to the first and on to the second. */
  CONNECT_CYCLE,
  /** Task name; it would wait for itself. */
  CONNECT_ITSELF,
  /** Two task names: the one runs after the other already. */
  CONNECT_TAKEN,
  /** Two task names: there is no such edge. */
  CONNECT_MISSING,
  /** Template name; only steps are moved between groups. */
  MOVE_NOT_STEPS,

  /** Steps stand where their groups say. {@code {0}} template. */
  ALIGN_STEPS,

  /** Task name; what it runs has no tasks of its own, or is not at hand. */
  NOTHING_INSIDE,

  /** Task name; how many frames deep. */
  FRAMES_TOO_DEEP,

  /** Task name; no run is shown in which it became several nodes. */
  NOTHING_FANNED_OUT,

  /** What is chosen is a node of a run; the task name. */
  PART_OF_RUN,

  /** No run is shown that has come to anything of the template. */
  NO_CRITICAL_PATH,
  /** Number of the group, counted from 1. */
  MOVE_NO_GROUP,
  /** Task name; its depends expression, which names the task in several parts. */
  CONDITION_SCATTERED,
  /** Template name; its tasks wait for ends alone, without conditions. */
  CONDITION_NOT_HERE,
  /** The order of steps is given by their groups; no edges of their own. */
  CONNECT_STEPS,
  /** Template name. Argo: ARGO-106. */
  DEPENDS_AND_DEPENDENCIES,
  /** Task name. Argo: ARGO-109. */
  DEPENDS_NO_LOOP,
  /** Parameter; template; task. Argo: ARGO-061. */
  ARGUMENT_MISSING,
  /** Artifact; template; task. Argo: ARGO-062. */
  ARTIFACT_MISSING,
  /** The tag without its braces. Argo: ARGO-070, ARGO-098, ARGO-114. */
  TAG_UNKNOWN,
  /** The tag without its braces; the task that does not run before. Argo: ARGO-116. */
  TAG_NOT_BEFORE,
  /** Template name. Argo: ARGO-100. */
  DAG_EMPTY,
  /** Kind of resource; the file holds nothing that Tiphys draws. */
  NOTHING_TO_DRAW,

  /** Template name; it is of a type that holds no tasks. */
  ADD_NOT_HERE,
  /** There is nothing at this place, or in this file, that a quick fix could mend. */
  NOTHING_TO_MEND,
  /** The path that cannot be set. */
  FIELD_NOT_SETTABLE,
  /** Template name; its tasks know no conditions. */
  DISABLE_NOT_HERE,
  /** Template name; its kind cannot be changed. */
  KIND_NOT_HERE,
  /** Template name; the new kind; the fields that it does not have. */
  KIND_LOSES,
  /** Template name; its tasks cannot be moved into a template of their own. */
  EXTRACT_NOT_HERE,
  /** Name of a task outside that stands between those inside. */
  EXTRACT_BETWEEN,
  /** Task name; what it waits for, which asks for more than a plain end. */
  EXTRACT_CONDITION,
  /** The tag or expression that reaches over the border. */
  EXTRACT_EXPRESSION,
  /** Task name; it calls no DAG template of this resource, or stands in none. */
  INLINE_NOT_HERE,
  /** Task name; the field of the call that its tasks cannot have together. */
  INLINE_CALL,
  /** Task name; the depends expression that asks for a result of it. */
  INLINE_CONDITION,
  /** The tag or expression that nothing can stand for. */
  INLINE_EXPRESSION,
  /** Template name. */
  HOOK_NOT_HERE,
  /** Name of a hook. */
  HOOK_MISSING,
  /** Name of a hook. Argo: docs/lifecyclehook.md. */
  HOOK_WITHOUT_EXPRESSION,
  /** Name of an input or output; template name. */
  SLOT_MISSING,
  /** Name of an input or output. Argo: validate.go, paramOrArtifactNameRegex. */
  SLOT_NAME_INVALID,
  /** Name of an input or output; template name. */
  SLOT_NAME_TAKEN,
  /** The argument; the workflow template of another file that declares it. */
  ARGUMENT_OF_TEMPLATE,
  /** Name of an input or output; what still uses it. */
  SLOT_USED,
  /** Template name; line and column of a place that names it. */
  TEMPLATE_USED,
  /** Field; the path it is part of. */
  FIELD_UNKNOWN,
  /** Item, or the key of one; the path. */
  FIELD_NO_ITEM,
  /** Path. */
  FIELD_NO_LIST,
  /** Path. */
  FIELD_NO_KEY,
  /** Key; the path. */
  FIELD_KEY_TAKEN,
  /** Path; what was typed; the choices. */
  FIELD_NOT_CHOICE,
  /** Path; what was typed. */
  FIELD_NOT_INTEGER,
  /** Path; what was typed. */
  FIELD_NOT_NUMBER,
  /** Path; what was typed. */
  FIELD_NOT_TRUTH,
  /** Path; what was typed. */
  FIELD_NOT_DURATION,
  /** Path; what was typed. */
  FIELD_NOT_QUANTITY,
  /** Path; what was typed; the least that is possible. */
  FIELD_TOO_SMALL,
  /** Path; what was typed; the most that is possible. */
  FIELD_TOO_LARGE,
  /** Path; what was typed. */
  FIELD_NOT_FIELDS,
  /** Path. */
  FIELD_NOT_LIST,
  /** Path. */
  FIELD_NOT_TEXT,
  /** Path; nothing of it can be referred to by other files. */
  RENAME_NOT_SHARED,
  /** Path that is not as it was when the change was planned. */
  FILES_CHANGED_MEANWHILE,
  /** Path that could not be written; reason. All others are as they were. */
  FILES_NOT_WRITTEN,
  /** Path that could not be written; reason; the paths that could not be taken back. */
  FILES_HALF_WRITTEN,
  /** Name of an open file that is not on the disk any more. */
  FILE_GONE,
  /** Paths that were changed since a rename, and so stay as they are. */
  RENAME_PARTLY_UNDONE,
  /** A resource is to be renamed that has no {@code metadata.name}. */
  RESOURCE_WITHOUT_NAME,
  /** The name that Kubernetes does not take. */
  RESOURCE_NAME_INVALID,
  /** The name that another workflow template of the folder has. */
  RESOURCE_NAME_TAKEN,
  /** The anchor or alias, with its sign, for example {@code *base}. */
  COPY_ANCHORED,
  /** The parser's reason. */
  PASTE_NOT_YAML,
  /** Nothing in the text is a task, a template or a workflow. */
  PASTE_NOTHING,
  /** Template name; what is pasted cannot stand in a template of its type. */
  PASTE_NOT_HERE,
  /** Pasted, but brackets have no room for comments. */
  PASTE_WITHOUT_COMMENTS,
  /** The depends expression that no order of steps says. */
  PASTE_NO_STEPS,

  /** No container engine can be used. */
  RUN_NO_CONTAINER_ENGINE,
  /** The resource is none that runs. */
  RUN_NO_WORKFLOW,
  /** Name of the parameter without a value. */
  RUN_PARAMETER_MISSING,
  /** Name that is no parameter; the names of those there are. */
  RUN_PARAMETER_UNKNOWN,
  /** Name that is no parameter, where the workflow has none at all. */
  RUN_PARAMETER_NONE,
  /** Name of the parameter; the value; the values that are allowed. */
  RUN_PARAMETER_NOT_ALLOWED,
  /** Name of the workflow template. */
  RUN_TEMPLATE_ELSEWHERE,

  /** File. */
  CONNECTIONS_DAMAGED,
  /** Name that no connection has; the names of those there are. */
  CONNECTION_UNKNOWN,
  /** No connection is named, kept or in the environment. */
  CONNECTION_NONE,
  /** Name. */
  CONNECTION_NAME_TAKEN,
  /** A connection lacks its name. */
  CONNECTION_NAME_MISSING,
  /** A connection lacks the command that prints its token. */
  CONNECTION_COMMAND_MISSING,
  /** A connection lacks the service account, or its namespace. */
  CONNECTION_ACCOUNT_MISSING,
  /** What was given as the SHA-256 of a certificate. */
  CONNECTION_PIN_WRONG,
  /** File or files. */
  KUBECONFIG_UNREADABLE,
  /** No kubeconfig is there. */
  KUBECONFIG_MISSING,
  /** Context; the contexts there are. */
  KUBECONFIG_NO_CONTEXT,
  /** Program for logging in; what the kubeconfig says of how to get it, or nothing. */
  KUBECONFIG_PLUGIN_MISSING,
  /** Program for logging in; its exit status. */
  KUBECONFIG_PLUGIN_FAILED,
  /** Program for logging in; seconds that were waited. */
  KUBECONFIG_PLUGIN_SLOW,
  /** File that should hold the token. */
  KUBECONFIG_NO_TOKEN_FILE,
  /** Context whose certificates, or their key, cannot be read. */
  KUBECONFIG_CERTIFICATE_UNREADABLE,
  /** Address; SHA-256 of the certificate. */
  KUBECONFIG_CERTIFICATE_UNKNOWN,
  /** What was written instead of an address. */
  CLUSTER_ADDRESS_WRONG,
  /** Host. */
  CLUSTER_UNKNOWN_HOST,
  /** Address. */
  CLUSTER_UNREACHABLE,
  /** Address; seconds that were waited. */
  CLUSTER_SLOW,
  /** Address: the connection ended before the answer did. */
  CLUSTER_BROKEN_OFF,
  /** What it was about; connection: whoever asked did not wait for the answer. */
  CLUSTER_NOT_AWAITED,
  /** Address. */
  CLUSTER_SPEAKS_PLAIN,
  /** Address. */
  CLUSTER_SPEAKS_TLS,
  /** Address; SHA-256 of the certificate. */
  CLUSTER_CERTIFICATE_UNKNOWN,
  /** Address; first day; last day; today. */
  CLUSTER_CERTIFICATE_EXPIRED,
  /** Host; the hosts that the certificate is for. */
  CLUSTER_CERTIFICATE_OTHER_HOST,
  /** Address; SHA-256 of the certificate that is presented instead of the pinned one. */
  CLUSTER_CERTIFICATE_CHANGED,
  /** Address: the server lets nobody in without a certificate that it knows. */
  CLUSTER_WANTS_CERTIFICATE,
  /** File. */
  CLUSTER_AUTHORITIES_UNREADABLE,
  /** Address. */
  CLUSTER_TOKEN_REFUSED,
  /** Connection. */
  CLUSTER_TOKEN_MISSING,
  /** Command; its exit status. */
  CLUSTER_TOKEN_COMMAND_FAILED,
  /** Context. */
  CLUSTER_CONTEXT_WITHOUT_TOKEN,
  /** What the cluster says. */
  CLUSTER_ACCESS_DENIED,
  /** Address: what answers is no Argo Server. */
  CLUSTER_NOT_ARGO,
  /** Address: the cluster has none of Argo's kinds. */
  CLUSTER_WITHOUT_ARGO,
  /** Version; the oldest that will do. */
  CLUSTER_ARGO_TOO_OLD,
  /** What the cluster says. */
  CLUSTER_NOT_FOUND,
  /** What the cluster says. */
  CLUSTER_EXISTS_ALREADY,
  /** What the cluster says. */
  CLUSTER_CONFLICT,
  /** What the cluster says. */
  CLUSTER_REFUSED,
  /** Address: the version that a watch goes on from is forgotten there (410). */
  CLUSTER_TOO_LATE,
  /** Address: too many requests. */
  CLUSTER_BUSY,
  /** Address; status; what the server says. */
  CLUSTER_FAILED,
  /** What only an Argo Server can do has no server. */
  CLUSTER_NEEDS_SERVER,
  /** Folder of a run here: it is not there any more, or not whole. */
  RUN_FOLDER_CLEARED,
  /** Artifact of a run here: its file is not there any more. */
  RUN_ARTIFACT_MISSING,
  /** Artifact: only an Argo Server hands it out. */
  CLUSTER_ARTIFACT_NEEDS_SERVER,
  /** Artifact: the server does not have it, or cannot get at it. */
  CLUSTER_ARTIFACT_MISSING,
  /** Artifact: larger than what is looked at. */
  CLUSTER_ARTIFACT_LARGE,
  /** Run: its nodes are in a database that only an Argo Server reads. */
  CLUSTER_NODES_ELSEWHERE,
  /** Run; the compression. */
  CLUSTER_NODES_UNREADABLE,
  /** Run. */
  CLUSTER_RUN_FINISHED,
  /** Run; its phase. */
  CLUSTER_RUN_NOT_FAILED,
  /** Run. */
  CLUSTER_RUN_NOT_SUSPENDED,
  /** Output parameter. */
  CLUSTER_OUTPUT_MISSING,
  /** Selector that no node matches. */
  CLUSTER_NO_SUCH_NODE,
  /** The kind of the resource. */
  CLUSTER_NOT_SUBMITTABLE,
  /** Kind of a resource that a cluster does not keep to run it later, or that has no name. */
  CLUSTER_NOT_STORABLE,
  /** Script: no Python was found to run it with. */
  SCRIPT_NO_PYTHON,
  /** Python that was asked for; the system's reason. */
  SCRIPT_PYTHON_NOT_STARTED,
  /** Python: Hera cannot be imported there; its reason. */
  SCRIPT_NO_HERA,
  /** Script; line; module that it imports; Python. */
  SCRIPT_IMPORT_MISSING,
  /** Script; line; the language's reason. */
  SCRIPT_SYNTAX,
  /** Script; line; environment variable that it was not given. */
  SCRIPT_VARIABLE_MISSING,
  /** Script; line; the exception. */
  SCRIPT_FAILED,
  /** Script; line; the exit code that it ended itself with. */
  SCRIPT_ENDED_ITSELF,
  /** Script; seconds; line where it was. */
  SCRIPT_TOO_LONG,
  /** Script; exit code: the process was gone before it had told anything. */
  SCRIPT_LOST,
  /** Script. */
  SCRIPT_DEFINES_NOTHING,
  /** What was given as a span of time. */
  SCRIPT_SPAN_UNREADABLE,
  /** Script: its code was not agreed to be run. */
  SCRIPT_NOT_AGREED,
  /** Script: it is no place to save a manifest to, or to edit in. */
  SCRIPT_NOT_WRITTEN,
  /** Script; seconds that it may take. A piece of news. */
  SCRIPT_RUNS,
  /** Script; how many workflows. A piece of news. */
  SCRIPT_OPENED,
  /** Script; how many workflows: it would have sent something to a server. A piece of news. */
  SCRIPT_HELD_BACK,
  /** Field of a file of cases that is none, or is no such value; what may stand there. */
  CASE_FIELD_UNKNOWN,
  /** Field that a case lacks. */
  CASE_FIELD_MISSING,
  /** Template that is not there or cannot be run alone; those that can. */
  CASE_NO_TEMPLATE,
  /** Template; input that it does not take; those that it takes. */
  CASE_INPUT_UNKNOWN,
  /** Template; input that has no value. */
  CASE_INPUT_MISSING,
  /** The text of a file of cases does not end in its list. */
  CASE_NOT_ADDED,
  /** File of cases that is not there or has none. */
  CASE_NONE;

  /** The key of its sentence, for example {@code yaml-syntax}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
