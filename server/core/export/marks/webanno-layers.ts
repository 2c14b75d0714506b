import { formatJson } from "../../annotations/format-json.ts";
import type { JsonObject } from "../../annotations/json.ts";

/** The layers of the WebAnno TSV files, by the names that INCEpTION gives layers made by its users. */
export const MARK_LAYER = "webanno.custom.PressmarkMark";
export const LINK_LAYER = "webanno.custom.PressmarkLink";
export const MARK_FEATURES = ["label", "kind", "name", "note"] as const;

export type LayerName = "marks" | "links";

/** A layer file as INCEpTION's project settings import it (Layers, Import). Marks first: links are attached to them. */
export function webannoLayer(layer: LayerName): string {
  return formatJson(layer === "marks" ? markLayer : linkLayer);
}

const shared = {
  description: "Annotations made with Pressmark",
  enabled: true,
  built_in: false,
  readonly: false,
  attach_feature: null,
  show_hover: true,
  validation_mode: "NEVER",
  lock_to_token_offset: false,
  multiple_tokens: true,
  linked_list_behavior: false,
  on_click_javascript_action: null,
  traits: null,
};

const markLayer: JsonObject = {
  name: MARK_LAYER,
  uiName: "Pressmark mark",
  type: "span",
  ...shared,
  attach_type: null,
  allow_stacking: true,
  cross_sentence: true,
  anchoring_mode: "CHARACTERS",
  overlap_mode: "ANY_OVERLAP",
  features: MARK_FEATURES.map((name) => feature(name)),
};

const linkLayer: JsonObject = {
  name: LINK_LAYER,
  uiName: "Pressmark link",
  type: "relation",
  ...shared,
  attach_type: { name: MARK_LAYER },
  allow_stacking: true,
  cross_sentence: true,
  anchoring_mode: "CHARACTERS",
  overlap_mode: "ANY_OVERLAP",
  features: [feature("type")],
};

function feature(name: string): JsonObject {
  return {
    name,
    uiName: name,
    type: "uima.cas.String",
    description: null,
    enabled: true,
    visible: true,
    include_in_hover: false,
    required: false,
    remember: false,
    hide_un_constraint_feature: false,
    tag_set: null,
    multi_value_mode: "NONE",
    link_mode: "NONE",
    link_type_name: null,
    link_type_role_feature_name: null,
    link_type_target_feature_name: null,
    traits: null,
    curatable: true,
  };
}
