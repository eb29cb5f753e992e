using System.Data;

namespace NewsDesk.Archive;

/// <summary>A table as it is carried from one database to another: its columns in order, without those that the database computes.</summary>
internal sealed record TableLayout(string Name, string Key, IReadOnlyList<(string Name, DbType Type)> Columns)
{
    /// <summary>In an order in which each names only rows of those before it.</summary>
    public static readonly IReadOnlyList<TableLayout> All =
    [
        Of("sources", "id", """
            id:n kind:t url:t title:t site_url:t category:t language:t weight:r whole_page:b active:b added:n etag:t last_modified:t body_hash:t visited:n
            succeeded:n last_new:n next_due:n every_seconds:n failures:i last_error:t claimed_by:t claimed_until:n
            reading:t wishes:t last_published:n retired:n moved_to:t moves:i pages_waiting:i
            """),
        Of("stories", "id", "id:n title:t language:t began:n latest:n articles:i outlets:i follows:n rank:n stale:b details:t"),
        Of("articles", "id", """
            id:n source_id:n url:t title:t byline:t publisher:t published:n first_seen:n last_seen:n withdrawn:n language:t category:t excerpt:t image:t
            content_hash:t word_count:i story_id:n text:t html:t
            """),
        Of("story_joins", "article_id", "article_id:n copy_of:n pinned:b reasons:t"),
        Of("story_sketches", "article_id", "article_id:n sketch:t"),
        Of("story_moves", "from_id", "from_id:n into_id:n"),
        Of("story_parted", "low, high", "low:n high:n"),
        Of("article_versions", "id", "id:n article_id:n replaced:n title:t byline:t published:n excerpt:t content_hash:t word_count:i text:t html:t"),
        Of("mentions", "source_id, mention_key", "source_id:n mention_key:t article_id:n first_seen:n last_seen:n hash:t"),
        Of("wire_days", "day", "day:n articles:n"),
        Of("posts", "id", """
            id:n path:t file_hash:t uid:t slug:t title:t clean_title:t persona:t kind:t summary:t clean_summary:t language:t draft:b shadowed:b published:n
            updated:n words_hash:t changed:n month:i excerpt:t word_count:i reading_minutes:i details:t text:t html:t clean_html:t sign_off_html:t clean_sign_off_html:t
            """),
        Of("post_months", "month", "month:i posts:n"),
        Of("post_tags", "post_id, position", "post_id:n position:i tag:t published:n"),
        Of("post_aliases", "post_id, position", "post_id:n position:i alias:t"),
        Of("post_originals", "post_id, position", "post_id:n position:i url:t title:t publisher:t author:t published:n quote:t"),
        Of("post_citations", "post_id, position", "post_id:n position:i url:t"),
        Of("settings", "name", "name:t value:t"),
        Of("visits", "id", "id:n source_id:n began:n took_milliseconds:n bytes:n status:i added:i changed:i error:t note:t"),
        Of("figures", "id", "id:n article_id:n position:i measure:t amount:r upper_amount:r unit:t hedge:t speaker:t written:t sentence:t"),
        Of("editors", "id", "id:n name:t display_name:t role:t active:b added:n"),
        Of("story_decisions", "id", "id:n decided:n editor_id:n kind:t articles:t beside:n after_article:n outcome:t"),
        Of("claims", "name", "name:t node:t until:n"),
        Of("subscription_requests", "id", """
            id:n topic:t callback:t mode:t lease_seconds:n secret:t content_hash:t asked:n next_try:n failures:i claimed_by:t claimed_until:n
            """),
        Of("subscription_topics", "topic", "topic:t content_hash:t"),
        Of("subscriptions", "id", """
            id:n topic:t callback:t secret:t begun:n expires:n told_hash:t told:n next_try:n failures:i last_error:t claimed_by:t claimed_until:n
            """),
        Of("former_slugs", "slug", "slug:t uid:t"),
        Of("told_posts", "uid", "uid:t path:t words_hash:t published:n changed:n"),
        Of("announced_posts", "uid", "uid:t print:t feeds:t"),
        Of("hub_pings", "id", "id:n hub:t topic:t asked:n next_try:n failures:i claimed_by:t claimed_until:n"),
        Of("credentials", "id", "id:n editor_id:n kind:t label:t proof:t added:n used:n"),
        Of("revisions", "id", "id:n path:t saved:n editor_id:n note:t hash:t text:t"),
        Of("media", "id", "id:n path:t hash:t type:t bytes:n width:i height:i description:t added:n editor_id:n"),
    ];

    public bool HasId => Key == "id";

    public string ColumnNames => string.Join(", ", Columns.Select(column => column.Name));

    private static TableLayout Of(string name, string key, string columns) => new(name, key, [.. columns
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(column => (column[..^2], column[^1] switch
        {
            't' => DbType.String,
            'i' => DbType.Int32,
            'r' => DbType.Double,
            'b' => DbType.Boolean,
            _ => DbType.Int64,
        }))]);
}
