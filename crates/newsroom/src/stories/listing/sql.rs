use model::{ArticleId, Millis, SectionId, StoryLine, StoryState, UserId, VersionKind};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use crate::Result;

/// Which stories a list holds.
#[derive(Default)]
pub(super) struct Wanted {
    pub state: Option<StoryState>,
    /// All of them where there is none.
    pub sections: Vec<SectionId>,
    pub owner: Option<i64>,
    /// Patterns that headline and byline match, each.
    pub patterns: Vec<String>,
    /// The last story of the stretch before.
    pub after: Option<(Millis, ArticleId)>,
}

enum Value<'a> {
    Number(i64),
    Text(&'a str),
}

/// The ids of a stretch, latest edited first, each with when it was edited.
pub(super) async fn page(
    connection: &mut AnyConnection,
    wanted: &Wanted,
    limit: i64,
) -> Result<Vec<(Millis, ArticleId)>> {
    let (sql, values) = statement(wanted, limit);
    let query = values.into_iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, value| match value {
        Value::Number(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
    });
    let rows = query.fetch_all(connection).await?;
    rows.iter().map(|row| Ok((Millis(row.try_get(0)?), ArticleId(row.try_get(1)?)))).collect()
}

/// The statement of a list, and what fills its placeholders. It looks at nothing that its index does not hold.
fn statement(wanted: &Wanted, limit: i64) -> (String, Vec<Value<'_>>) {
    let mut values = Vec::new();
    let mut conditions = Vec::new();
    let mut place = |value| {
        values.push(value);
        format!("${}", values.len())
    };
    // A search looks at every line's words: it goes along the one index that holds them, not to and fro between the
    // table and an index of states or sections. As part of a sum a column is in no index.
    let searching = !wanted.patterns.is_empty();
    let (state_of, section_of) = if searching { ("state || ''", "section_id + 0") } else { ("state", "section_id") };
    match wanted.state {
        Some(state) => conditions.push(format!("{state_of} = {}", place(Value::Text(state.as_str())))),
        None => conditions.push("state <> 'deleted'".to_owned()),
    }
    if let Some(owner) = wanted.owner {
        conditions.push(format!("owner_id = {}", place(Value::Number(owner))));
    }
    if !wanted.sections.is_empty() {
        let ids: Vec<String> = wanted.sections.iter().map(|section| place(Value::Number(section.0))).collect();
        conditions.push(format!("{section_of} in ({})", ids.join(", ")));
    }
    for pattern in &wanted.patterns {
        conditions.push(format!("folded like {} escape '\\'", place(Value::Text(pattern))));
    }
    if let Some((at, id)) = wanted.after {
        let (at, id) = (place(Value::Number(at.0)), place(Value::Number(id.0)));
        conditions.push(format!("(edited_at, article_id) < ({at}, {id})"));
    }
    let limit = place(Value::Number(limit));
    let sql = format!(
        "select edited_at, article_id from stories where {} order by edited_at desc, article_id desc limit {limit}",
        conditions.join(" and ")
    );
    (sql, values)
}

/// The stories that become public between two moments, or did.
pub(super) async fn between(
    connection: &mut AnyConnection,
    from: Millis,
    to: Millis,
    owner: Option<i64>,
) -> Result<Vec<ArticleId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "select s.article_id
           from stories s
          where s.scheduled_at >= $1 and s.scheduled_at < $2 and s.state <> 'deleted'
            and coalesce(s.owner_id, 0) between $3 and $4
         union
         select a.id
           from articles a
           join stories s on s.article_id = a.id
          where a.listed_at >= $1 and a.listed_at < $2 and coalesce(s.owner_id, 0) between $3 and $4
          limit 5000",
    )
    .bind(from.0)
    .bind(to.0)
    .bind(owner.unwrap_or(i64::MIN))
    .bind(owner.unwrap_or(i64::MAX))
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(ArticleId).collect())
}

/// What lists show of these stories, in the order of their ids here.
pub(super) async fn lines(connection: &mut AnyConnection, ids: &[ArticleId]) -> Result<Vec<StoryLine>> {
    let mut lines = Vec::with_capacity(ids.len());
    // SQLite takes 32,766 placeholders, PostgreSQL twice as many.
    for ids in ids.chunks(1000) {
        let places: Vec<String> = (1..=ids.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "select s.article_id, s.state, s.headline, x.name, top.name, x.colour, s.byline, s.owner_id, s.edited_at,
                    s.edited_by, s.changed, s.scheduled_at, s.missed_at, s.embargo_until, a.published_at, a.path,
                    s.deleted_at, s.words, s.schedule_kind, s.schedule_note
               from stories s
               join articles a on a.id = s.article_id
               join sections x on x.id = s.section_id
               left join sections top on top.id = x.parent_id
              where s.article_id in ({})",
            places.join(", ")
        );
        let query = ids.iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, id| query.bind(id.0));
        for row in query.fetch_all(&mut *connection).await? {
            lines.push(line(&row)?);
        }
    }
    let order: std::collections::HashMap<ArticleId, usize> =
        ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    lines.sort_by_key(|line: &StoryLine| order.get(&line.id).copied());
    Ok(lines)
}

fn line(row: &AnyRow) -> Result<StoryLine> {
    let moment = |column: usize| row.try_get::<Option<i64>, _>(column).map(|at| at.map(Millis));
    let (section, top): (String, Option<String>) = (row.try_get(3)?, row.try_get(4)?);
    let kind: Option<String> = row.try_get(18)?;
    Ok(StoryLine {
        id: ArticleId(row.try_get(0)?),
        state: StoryState::parse(row.try_get(1)?).unwrap_or(StoryState::Draft),
        headline: row.try_get(2)?,
        section: top.map_or_else(|| section.clone(), |top| format!("{top}/{section}")),
        colour: row.try_get::<i64, _>(5)? as u8,
        byline: row.try_get(6)?,
        owner: row.try_get::<Option<i64>, _>(7)?.map(UserId),
        edited_at: Millis(row.try_get(8)?),
        edited_by: row.try_get(9)?,
        changed: row.try_get::<i64, _>(10)? != 0,
        scheduled_at: moment(11)?,
        schedule_kind: kind.as_deref().and_then(VersionKind::parse),
        schedule_note: row.try_get::<Option<String>, _>(19)?.unwrap_or_default(),
        missed_at: moment(12)?,
        embargo_until: moment(13)?,
        published_at: moment(14)?,
        path: row.try_get(15)?,
        deleted_at: moment(16)?,
        words: row.try_get::<i64, _>(17)? as u32,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    /// How SQLite would go about a list.
    async fn plan(connection: &mut AnyConnection, wanted: &Wanted) -> String {
        let (sql, values) = statement(wanted, 51);
        let query = sqlx::query(AssertSqlSafe(format!("explain query plan {sql}")));
        let query = values.into_iter().fold(query, |query, value| match value {
            Value::Number(number) => query.bind(number),
            Value::Text(text) => query.bind(text),
        });
        let rows = query.fetch_all(connection).await.expect("it is planned");
        rows.iter().map(|row| row.get::<String, _>(3)).collect::<Vec<_>>().join("; ")
    }

    #[tokio::test]
    async fn every_common_list_is_read_along_an_index() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::open(folder.path(), None).await.expect("an empty folder opens");
        let mut connection = store.read().await.expect("it connects");
        let state = Some(StoryState::Draft);
        let words = || vec!["%mare%".to_owned()];
        let after = Some((Millis(1), ArticleId(1)));
        for (name, wanted, index) in [
            ("all", Wanted::default(), "stories_edited"),
            ("all, further on", Wanted { after, ..Wanted::default() }, "stories_edited"),
            ("words", Wanted { patterns: words(), ..Wanted::default() }, "stories_edited"),
            ("words in a state", Wanted { patterns: words(), state, ..Wanted::default() }, "stories_edited"),
            (
                "words in a section",
                Wanted { patterns: words(), sections: vec![SectionId(1), SectionId(2)], ..Wanted::default() },
                "stories_edited",
            ),
            ("state", Wanted { state, ..Wanted::default() }, "stories_state"),
            ("state, further on", Wanted { state, after, ..Wanted::default() }, "stories_state"),
            ("mine", Wanted { owner: Some(7), ..Wanted::default() }, "stories_owner"),
            ("mine, further on", Wanted { owner: Some(7), after, ..Wanted::default() }, "stories_owner"),
            ("section", Wanted { sections: vec![SectionId(1)], ..Wanted::default() }, "stories_section"),
        ] {
            let plan = plan(&mut connection, &wanted).await;
            assert!(plan.contains(&format!("INDEX {index}")), "{name}: {plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{name}: nothing is sorted: {plan}");
        }
        let sections = vec![SectionId(1), SectionId(2)];
        let several = plan(&mut connection, &Wanted { sections, ..Wanted::default() }).await;
        assert!(several.contains("USING COVERING INDEX") || several.contains("INDEX stories_section"), "{several}");
    }
}
