-- Probabilistic linkage: rules that bring pairs together, weights of what agrees, thresholds. Replaced like all definitions.

create table definition.blocking_rule (
    rule text not null,
    position integer not null,
    active boolean not null,
    estimates text,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (rule)
);

comment on table definition.blocking_rule is 'Which records and persons are compared: each rule names what must agree.';
comment on column definition.blocking_rule.rule is 'Name of the rule; the program knows how to make its key.';
comment on column definition.blocking_rule.position is 'A pair found by several rules is named after the lowest position; 1 to 255.';
comment on column definition.blocking_rule.active is 'Whether it looks for candidates.';
comment on column definition.blocking_rule.estimates is 'Fields whose weights are estimated from its pairs: none that the rule itself demands.';
comment on column definition.blocking_rule.meaning is 'What must agree for a record and a person to be compared, in plain words.';
comment on column definition.blocking_rule.source is 'Where it is written.';
comment on column definition.blocking_rule.confidence is 'Mark of the fact.';

create table definition.linkage_weight (
    field text not null,
    level text not null,
    position integer not null,
    m numeric not null,
    u numeric not null,
    term_frequency boolean not null,
    agrees boolean not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (field, level)
);

comment on table definition.linkage_weight is 'How much each level of agreement of each field speaks for one child: log2(m / u) bits.';
comment on column definition.linkage_weight.field is 'Field that is compared.';
comment on column definition.linkage_weight.level is 'How far the two values agree; the first level that fits holds.';
comment on column definition.linkage_weight.position is 'Order of the levels of a field, the strongest first.';
comment on column definition.linkage_weight.m is 'Share of this level among pairs of one child.';
comment on column definition.linkage_weight.u is 'Share of this level among pairs of two children.';
comment on column definition.linkage_weight.term_frequency is 'Whether the rarity of the name that agrees takes the place of u.';
comment on column definition.linkage_weight.agrees is 'Whether it counts as agreement, for the guard of twins and for a source''s own history.';
comment on column definition.linkage_weight.meaning is 'In plain words, as a person reads it in an explanation.';
comment on column definition.linkage_weight.source is 'Where the figures come from.';
comment on column definition.linkage_weight.confidence is 'Mark of the fact.';

create table definition.given_name_variant (
    folded_name text not null,
    folded_variant text not null,
    source text not null,
    confidence text not null,
    primary key (folded_name, folded_variant)
);

comment on table definition.given_name_variant is 'Given names that stand for each other.';
comment on column definition.given_name_variant.folded_name is 'Given name, letters only, lower case.';
comment on column definition.given_name_variant.folded_variant is 'Short or other form of it.';
comment on column definition.given_name_variant.source is 'Where it is written.';
comment on column definition.given_name_variant.confidence is 'Mark of the fact.';

create table definition.linkage_model (
    model_version integer primary key,
    estimated_on date not null,
    estimated_from text not null,
    seed bigint not null,
    match_share numeric not null,
    link_posterior numeric not null,
    contradicted_posterior numeric not null,
    review_posterior numeric not null,
    margin_bits numeric not null,
    most_rarity_bits numeric not null,
    letters_per_edit integer not null,
    close_similarity real not null,
    near_birth_days integer not null,
    candidates_kept integer not null,
    source text not null,
    confidence text not null
);

comment on table definition.linkage_model is 'The one linkage model in force: linkage/thresholds.yaml.';
comment on column definition.linkage_model.model_version is 'Version of weights and thresholds together.';
comment on column definition.linkage_model.estimated_on is 'Business date of the estimation.';
comment on column definition.linkage_model.estimated_from is 'What the weights were estimated from.';
comment on column definition.linkage_model.seed is 'Seed of the estimation.';
comment on column definition.linkage_model.match_share is 'Share of the records compared that have a person.';
comment on column definition.linkage_model.link_posterior is 'Probability from which a record is linked.';
comment on column definition.linkage_model.contradicted_posterior is 'The same for a record whose number is another person''s.';
comment on column definition.linkage_model.review_posterior is 'Probability from which a person looks at it.';
comment on column definition.linkage_model.margin_bits is 'How far the best candidate must lie before the next.';
comment on column definition.linkage_model.most_rarity_bits is 'Most that the rarity of one name may weigh.';
comment on column definition.linkage_model.letters_per_edit is 'One wrong letter is allowed for so many letters of the shorter name.';
comment on column definition.linkage_model.close_similarity is 'Names sharing this part of their trigrams are close.';
comment on column definition.linkage_model.near_birth_days is 'Furthest apart of two birth dates that an address may bring together.';
comment on column definition.linkage_model.candidates_kept is 'How many of a record''s candidates are kept.';
comment on column definition.linkage_model.source is 'Where the thresholds are written.';
comment on column definition.linkage_model.confidence is 'Mark of the fact.';
