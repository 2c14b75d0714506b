/**
 * Names of query parameters that say where a reader came from and never what a page shows. Taken together from what
 * Firefox strips (its query-stripping list), from Brave's list and from the handbooks of the programs that add them; a name that some site
 * uses for its content (`ref`, `source`, `from`, `id`, `cid`) is none. Lower case.
 */
export const TRACKING_PARAMETERS: ReadonlySet<string> = new Set(
  // Advertising networks: which click it was.
  (
    "gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid msclkid fbclid twclid ttclid li_fat_id yclid ysclid " +
    "ymclid syclid rb_clickid wickedid irclickid unicorn_click_id epik sccid qclid obclid tblci tbclid outbrainclickid " +
    "_branch_match_id _branch_referrer _bhlid " +
    // Social networks: who shared it, and where.
    "igshid igsh fb_action_ids fb_action_types fb_ref fb_source mibextid sfnsn xmt __twitter_impression " +
    // Newsletters and marketing programs: whose letter it was in.
    "mc_cid mc_eid mkt_tok ml_subscriber ml_subscriber_hash _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv " +
    "oly_anon_id oly_enc_id _kx _ke ss_email_id sms_click sms_source sms_uph bsft_clkid bsft_uid bbeml et_rid " +
    "at_recipient_id at_recipient_list dm_i trk_contact trk_msg trk_module trk_sid inf_contact_key " +
    // Counters of visits.
    "_ga _gl ga_source ga_medium ga_campaign ga_content ga_term ga_place _openstat s_cid sc_cid sc_customer sc_eh sc_uid " +
    "wt_mc wt.mc_id wt_zmc wt.zmc xtor yrclid vgo_ee cmpid cmp_id cx_click guccounter guce_referrer guce_referrer_sig " +
    "echobox ns_source ns_mchannel ns_campaign ns_linkname ns_fee at_medium at_campaign at_custom1 at_custom2 at_custom3 " +
    "at_custom4 at_link_id at_link_origin at_link_type at_format at_ptr_name at_bbc_team at_campaign_type"
  ).split(" "),
);

/** Families of such names, each known by how it starts. Lower case. */
export const TRACKING_PREFIXES: readonly string[] = [
  "utm_",
  "utm-",
  "pk_",
  "mtm_",
  "piwik_",
  "hsa_",
  "matomo_",
];

/** Whether a parameter of that name, as it stands in a URL, only tracks. Its case makes no difference. */
export function isTrackingParameter(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    TRACKING_PARAMETERS.has(lower) ||
    TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix) && lower.length > prefix.length)
  );
}
