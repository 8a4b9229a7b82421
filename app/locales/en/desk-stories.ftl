### Lists of stories, the board, the calendar, publishing.

## The list

desk-filter-state = State
desk-filter-all = All
desk-filter-words = Search headlines and bylines
desk-filter-all-sections = All sections
desk-filter-mine = Only mine
desk-filter-clear = Clear the filters
desk-section = Section
desk-byline = Byline
desk-no-headline = No headline yet
# $count: words in the body.
desk-words = { $count ->
    [one] 1 word
   *[other] { $count } words
}
# $name: who. $when: "today at 18:42".
desk-edited-by = Edited by { $name }, { $when }
# $when: "tomorrow at 6:00".
desk-scheduled-for = Comes out { $when }
# $when: "tomorrow at 6:00".
desk-embargo-until = Embargo until { $when }
# $when: "yesterday at 6:00".
desk-missed = Was due { $when }: published at restart
# $names: who has it open.
desk-writing-now = Open now: { $names }
desk-load-more = Show more stories
# $count: how many are in the list.
desk-list-end = { $count ->
    [one] 1 story, the list ends here
   *[other] { $count } stories, the list ends here
}
desk-stories-empty-title = The front page is yet to be written
desk-stories-empty-text = Begin a story: only you see it until you send it to review or publish it.
desk-stories-none-title = No story with these filters
desk-stories-none-text = Try other words, or clear the filters to see everything.

## The board

desk-board-hint = The left and right arrows move the card to the next column.
# $from, $to: states.
desk-board-no-way = There is no way from “{ $from }” to “{ $to }”.
desk-column-empty = No story
desk-column-all = See all
desk-card-menu = Move the card
# $state: a state.
desk-move-to = Move to “{ $state }”

## The calendar

desk-calendar-back = Back
desk-calendar-on = On
desk-calendar-today = Today
desk-calendar-view = Span
desk-calendar-month = Month
desk-calendar-week = Week
# $date: "lunedì 4 settembre 2023".
desk-calendar-begin = New story for { $date }

## Publishing

desk-publish-title = Publish
desk-publish-when = When
desk-publish-now = Now
desk-publish-later = Later
desk-publish-held = Something required is missing: until it is there, the story does not come out.
desk-publish-many = You published more than five stories within a minute. If you mean to, confirm.
desk-publish-anyway = Publish anyway
desk-published = Published: readers see it already
desk-published-same = Nothing new to publish
desk-schedule-at = Day and time
# $zone: such as "Europe/Rome".
desk-schedule-zone = The paper’s time ({ $zone }).
desk-schedule-no-moment = There is no such moment: choose day and time. When clocks change, an hour is missing.
# $when: "domani alle 6:00".
desk-scheduled = Comes out { $when }
desk-time-twofold = This hour comes twice: that night the clocks go back. Choose which one and save again.
desk-time-which = Which of the two
desk-time-before = The first, before the clocks change
desk-time-after = The second, after the clocks change
desk-scheduled-change = Change the plan
desk-kind = Why another version
desk-kind-first = First publication
desk-kind-same = Nothing new for readers
desk-kind-misprint = Misprint
desk-kind-update = Update
desk-kind-correction = Correction
desk-kind-clarification = Clarification
desk-kind-rectification = Rectification
desk-note = Note for readers
desk-note-hint = Required: it says what changed, and stays below the article.
desk-note-optional = Optional for a misprint.
desk-embargo = Embargo
desk-embargo-field = Until
desk-embargo-hint = Until then neither headline nor story appears anywhere, whatever is planned.
desk-embargo-save = Set the embargo
desk-embargo-end = End the embargo
# $when: "domani alle 6:00".
desk-embargo-set = Embargo until { $when }
desk-embargo-ended = Embargo ended

## Verbs

desk-verb-publish = Publish
desk-verb-update = Update
desk-verb-correct = Correct
desk-verb-clarify = Clarify
desk-verb-rectify = Rectify
desk-verb-withdraw = Withdraw
desk-verb-schedule = Schedule
# $headline: the story's. $state: a state.
desk-moved = “{ $headline }” is now: { $state }
# $headline: the story's.
desk-unscheduled = “{ $headline }” is no longer scheduled
# $headline: the story's.
desk-deleted = “{ $headline }” is in the bin, for thirty days
# $headline: the story's.
desk-undeleted = “{ $headline }” is back
desk-withdraw-title = Withdraw the story
desk-withdraw-text = The story leaves the site. At its address a line stays that says that it was withdrawn.
desk-withdraw-line = What the line says
desk-withdraw-hint = Optional. For example: “Withdrawn at the request of the source”.
desk-withdrawn = Withdrawn: readers no longer see it

## Check list

# $count: how many.
desk-checks-passed = { $count ->
    [one] 1 check in order
   *[other] { $count } checks in order
}
# $count: how many, where there is nothing to do.
desk-checks-all = All in order: { $count ->
    [one] 1 check
   *[other] { $count } checks
}
# $count: characters.
desk-check-length = It has { $count } characters: 60 to 220 read well
desk-check-passed = In order
desk-check-required = Required
desk-check-advised = Advised
check-headline = There is a headline
check-headline-open = The headline is missing
check-section = There is a section
check-section-open = The section is missing
check-body = There is a text
check-body-open = The text is missing
check-byline = There is a byline
check-byline-open = Nobody signs
check-alt = Every picture has a description
check-alt-open = Pictures without a description
check-standfirst = The standfirst is of the right length
check-standfirst-open = The standfirst is missing, or too short or too long
check-links = Links within the paper lead somewhere
check-links-open = Links within the paper that lead nowhere
check-other = Other things in order
check-other-open = Other things to look at
