// SPDX-License-Identifier: Apache-2.0
package tiphys.app.hera;

import java.util.Map;

/** Manifests that Argo takes and that code generators trip over. */
final class Manifests {
  /** Name and spec of a workflow. */
  static final String[][] UNUSUAL = {
    {
      "texts",
      """
      arguments:
        parameters:
        - {name: quotes, value: "a 'b' \\"c\\" \\"\\"\\"d\\"\\"\\""}
        - {name: backslash, value: 'C:\\new\\table\\'}
        - {name: tab, value: "a\\tb\\r\\nc\\r\\n"}
        - {name: other, value: "\\u00e9 \\u65e5\\u672c \\U0001F600 \\u200b \\u00a0 \\u2028 \\x07"}
        - {name: raw, value: "^\\\\d+\\\\.\\"x\\"$"}
        - {name: end, value: "a\\nb\\\\"}
        - {name: end quote, value: "a\\n\\""}
        - {name: lines, value: "\\n\\n  a  \\n\\tb\\n"}
        - {name: empty, value: ""}
        - {name: number, value: 5}
        - {name: float, value: 1.50}
        - {name: truth, value: true}
        - {name: brace, value: "{{=f'{a}'}} {x}"}
      """
    },
    {
      "names",
      """
      templates:
      - {name: Task, container: {image: a}}
      - {name: w, container: {image: a}}
      - {name: m, container: {image: a, envFrom: [{prefix: x}]}}
      - {name: print, container: {image: a}}
      - {name: "1", container: {image: a}}
      - {name: "日本", container: {image: a}}
      - {name: "{{a}}", container: {image: a}}
      - name: main
        dag:
          tasks:
          - {name: Task, template: Task}
          - {name: w, template: w, depends: Task}
          - {name: m, template: m, depends: w}
          - {name: class, template: print, depends: m && w}
          - {name: "1", template: "1", depends: class.Succeeded}
          - {name: "日本", template: "日本", depends: "1"}
          - {name: a-b, template: "{{a}}", depends: "日本"}
          - {name: a_b, template: "{{a}}", depends: a-b}
          - {name: a.b, template: "{{a}}", depends: a_b.Failed && a-b}
      """
    },
    {
      "metadata on blocks, and two security contexts",
      """
      templates:
      - {name: a, metadata: {labels: {x: y}}, dag: {tasks: [{name: a, template: b}]}}
      - {name: c, metadata: {annotations: {x: y}}, steps: [[{name: a, template: b}]]}
      - name: b
        securityContext: {runAsUser: 1}
        container: {name: own, image: a, securityContext: {runAsUser: 2}}
      - name: d
        securityContext: {runAsUser: 1}
        container: {image: a, securityContext: {runAsUser: 2}}
      """
    },
    {
      "what classes add or drop",
      """
      templates:
      - {name: a, script: {image: a, source: x}}
      - {name: b, script: {image: a, command: [], source: x}}
      - {name: c, container: {command: [x]}}
      - {name: d, container: {image: a}, activeDeadlineSeconds: 0}
      - {name: e, steps: [[]]}
      - {name: f, steps: [[], [{name: a, template: a}], [{name: b, template: a}, {name: c, template: a}]]}
      - {name: g, dag: {failFast: false, tasks: [{name: a, template: a}]}}
      - {name: h, failFast: true, dag: {failFast: true, tasks: [{name: a, template: a}]}}
      - {name: i, suspend: {}}
      - {name: j, suspend: {duration: "0"}}
      - {name: k, suspend: {duration: 20}}
      - {name: l, container: {image: a, env: []}, outputs: {parameters: []}}
      - {name: m, parallelism: 3, container: {image: a}}
      - {name: n, daemon: true, http: {url: x}}
      """
    },
    {
      "the same name twice, and no name",
      """
      templates:
      - {name: a, container: {image: a}}
      - {name: a, container: {image: b}}
      - {name: d, dag: {tasks: [{name: a, template: a}, {name: a, template: a}]}}
      - {name: s, steps: [[{name: a, template: a}], [{name: a, template: a}]]}
      - {name: t, dag: {tasks: [{template: a}]}}
      - {container: {image: a}}
      """
    },
    {
      "odd calls",
      """
      templates:
      - name: d
        dag:
          tasks:
          - {name: a, template: x, templateRef: {name: a, template: b}}
      - name: e
        dag:
          tasks:
          - {name: a}
      - name: f
        dag:
          tasks:
          - {name: a, inline: {container: {image: a}}, withItems: [[1, 2], {a: [b]}, x, 1.5, true]}
          - {name: b, template: f, depends: "a  &&  a"}
          - {name: c, template: f, depends: "a && a"}
          - {name: g, template: f, depends: "!a"}
          - {name: h, template: f, depends: "gone"}
      """
    },
    {
      "parameters of all sorts",
      """
      arguments: {parameters: [{name: a, default: b}], artifacts: [{name: a, s3: {key: x}, path: y}]}
      templates:
      - name: a
        inputs:
          parameters: [{name: a, globalName: x}, {name: b, default: 5, enum: [1, b]}]
          artifacts: [{name: a, s3: {key: x}, gcs: {key: y}}, {name: b, gcs: {bucket: x}}, {name: c, s3: {}}]
        outputs:
          parameters: [{name: a, valueFrom: {path: x, default: y}}, {name: b, default: x, valueFrom: {path: y}}]
          artifacts: [{name: a, path: x, archive: {tar: {compressionLevel: 9}}}, {name: b, path: x, archive: {zip: {}}}]
        container: {image: a}
      """
    },
    {
      "volumes of all sorts",
      """
      volumes: [{name: a, emptyDir: {}}, {name: b, configMap: {name: c}}, {name: d, image: {reference: x}}]
      volumeClaimTemplates:
      - {metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1}}}}
      templates:
      - name: a
        volumes: [{name: a, emptyDir: {medium: Memory}}, {name: b, persistentVolumeClaim: {claimName: c}}]
        container:
          image: a
          volumeMounts: [{name: a, mountPath: /a}, {name: b, mountPath: /b, readOnly: true}]
          resources: {requests: {cpu: 2, memory: 1Gi}, limits: {cpu: 1500m, nvidia.com/gpu: 1}}
      - name: b
        volumes: [{name: a, emptyDir: {}}]
        container:
          image: a
          imagePullPolicy: always
          volumeMounts: [{name: b, mountPath: /b}, {name: a, mountPath: /a}]
          resources: {requests: {cpu: 100m, memory: 1Gi}, limits: {cpu: "1", memory: 2Gi}}
        sidecars: [{name: a, image: b, env: [{name: a}, {name: b, value: 5}], restartPolicy: Always}]
      """
    },
    {
      "sets of containers",
      """
      templates:
      - name: a
        retryStrategy: {limit: "3"}
        containerSet:
          retryStrategy: {retries: 2}
          containers:
          - {name: a, image: x}
          - {name: b, image: x, dependencies: [a]}
          - {name: c, image: x, dependencies: [b, a]}
          - {name: d, image: x, dependencies: [b, c]}
      """
    },
    {
      "values of other types",
      """
      parallelism: "{{workflow.parameters.a}}"
      templates:
      - {name: a, container: {image: a, ports: [{containerPort: "{{b}}"}], args: [1, true]}}
      - {name: b, retryStrategy: {limit: 3, backoff: {factor: "2", duration: 5}}, container: {image: a}}
      """
    },
  };

  /** Whole files. */
  static final Map<String, String> WHOLE =
      Map.of(
          "cron",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: CronWorkflow
          metadata: {name: x}
          spec:
            schedule: "* * * * *"
            suspend: true
            workflowMetadata: {labels: {a: b}}
            workflowSpec: {entrypoint: a, suspend: false, templates: [{name: a, container: {image: a}}]}
          """,
          "several",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: WorkflowTemplate
          metadata: {name: x}
          spec:
            arguments: {parameters: [{name: a, default: b}]}
            templates: [{name: a, container: {image: a}}]
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: x}
          data: {a: "b"}
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: ClusterWorkflowTemplate
          metadata: {name: y}
          spec: {templates: [{name: a, container: {image: a}}]}
          """,
          "nothing",
          "# nothing\n",
          "template reference",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Workflow
          metadata: {generateName: x-, namespace: argo}
          spec: {workflowTemplateRef: {name: a}, imagePullSecrets: [{name: a}], hooks: {exit: {template: b}}}
          """);

  private Manifests() {}
}
