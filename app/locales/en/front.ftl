### The front page.

front-title = Front page
front-lead = Lead story
front-secondary = Top stories
front-latest = Latest
front-most-read = Most read
# $section: its name.
front-all-of-section = All in { $section }
front-empty-title = The first issue is on its way
front-empty-text = Nothing has been published yet. Come back soon.
