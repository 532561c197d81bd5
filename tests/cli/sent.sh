#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Who has sent: not sent, late, sent, with the day in Dhaka; the offices that were to send, and rates.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sent_to_district
row() { grep "^$1	.*	$2	" <<<"$out" | cut -f7-13; }

run offices sent
is "without offices a table without rows" "$(wc -l <<<"$out")" 1
run offices add code=10 name=বগুড়া families=coop-division
run offices add code=1054 name=ধুনট under=10 families=coop-upazila phone=01700-000000
run offices add code=1088 name=শেরপুর under=10 families=coop-upazila
run offices add code=1099 name=বন্ধ under=10 families=coop-upazila until=2023-09-29
run offices add code=1100 name=নতুন under=10 families=coop-upazila since=2023-10-01
run offices key 1054 q1.orjon "$key"

run offices sent
is "who has not sent" "$(row 1054 egov)" "not-sent	2023-10-15					"
is "a plan of another family is not asked for" "$(row 10 egov)" "exempt						"
is "but its own" "$(row 10 charter)" "not-sent	2023-10-15					"
is "nor of an office that was closed" "$(row 1099 egov)" "exempt						"
is "or not there yet" "$(row 1100 egov)" "exempt						"
run offices sent --quarter 2
is "though later it is" "$(row 1100 egov)" "not-sent	2024-01-15					"

run receive --as-of 2023-10-15 q1.orjon
run offices sent --plan egov
is "on the due day is in time" "$(row 1054 egov)" "sent	2023-10-15	2023-10-15	2023-10-15		yes	no"
run offices sent --plan egov --roll-up
is "rates of all and below each" "$out" "code	office	expected	sent	on_time	returned	accepted	sent_percent	on_time_percent
		2	1	1	0	0	50.00	50.00
10	বগুড়া	2	1	1	0	0	50.00	50.00"
run undo receive
run receive --as-of 2023-10-16 q1.orjon
run offices sent --plan egov --under 1054
is "undone and received the day after, it is late" "$(row 1054 egov)" "late	2023-10-15	2023-10-16	2023-10-16		no	no"
run offices sent --plan egov --open
is "what is still to come" "$(tail -n +2 <<<"$out" | cut -f1)" 1088
run offices sent --plan egov --format text
check "as text" has "$out" 'returns that have come: 1 of 2 (50.00 %), in time: 0 (0.00 %)'
check "with the telephone" has "$out" '1054 ধুনট, 01700-000000'
check "and the day" has "$out" 'egov: sent late, 16/10/2023'
run offices sent --plan nothing
refused "a plan that nobody knows" 1 'nothing'
run offices sent --format pdf
refused "a format that there is not" 2 'tsv, text'
run offices sent --under 77
refused "an office that is not there" 1 '77'

finish
