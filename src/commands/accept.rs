//! `yutori check accept`: a finding about a sheet is right as it is.

use clap::ArgMatches;
use serde_json::json;

use super::results::Reading;
use super::{Answer, Context, book, show};
use crate::book::{Book, Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::office::{Role, StaffCode, clock, fold, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{ProblemLine, SheetQuality};
use crate::worktime::{Acceptance, SheetKey};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let mut book = book::open(context, matches)?;
    let reading = Reading::of(&book)?;
    let finding = reading.check(&book, context.text)?;
    let sheet = chosen(matches, &finding.sheets)?;
    let key = reading
        .sheet_of(sheet)
        .ok_or_else(|| refused(phrase("accept-no-sheet")))?;
    let code = matches
        .get_one::<String>("code")
        .expect("the command line requires --code");
    let before = reading.acceptance(&key, code).cloned();
    let after = if matches.get_flag("withdraw") {
        if before.is_none() {
            return Err(refused(phrase("accept-not-accepted").with("code", code.as_str())));
        }
        None
    } else {
        Some(acceptance(matches, &key, problem(sheet, code)?)?)
    };
    let change = Change::QualityAccepted {
        before: before.map(Box::new),
        after: after.map(Box::new),
    };
    let occasion = Occasion::QualityAccepted {
        staff: key.staff.clone(),
        date: key.date,
    };
    book.apply(occasion, vec![change], context.clock.now())?;
    told(context, &book, &key, code)
}

fn refused(message: Phrase) -> Failure {
    Failure::new(Exit::Refused, message)
}

/// The sheet that the options name.
fn chosen<'a>(matches: &ArgMatches, sheets: &'a [SheetQuality]) -> Result<&'a SheetQuality, Failure> {
    let option = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let wave = book::wave(matches, "wave")?.map_or_else(String::new, crate::worktime::Wave::id);
    let staff = option("staff").and_then(|staff| StaffCode::parse(staff).ok());
    let written = option("date").unwrap_or_default();
    let date = book::date(written)?;
    let start = option("start").map(fold);
    let of_start = |sheet: &&SheetQuality| start.as_ref().is_none_or(|start| clock(sheet.starts_at) == *start);
    let found: Vec<&SheetQuality> = sheets
        .iter()
        .filter(|sheet| sheet.wave == wave && sheet.date == date)
        .filter(|sheet| staff.as_ref().is_some_and(|staff| staff.as_str() == sheet.staff))
        .filter(of_start)
        .collect();
    match found.as_slice() {
        [] => Err(refused(phrase("accept-no-sheet"))),
        [only] => Ok(only),
        several => {
            let starts: Vec<String> = several.iter().map(|sheet| clock(sheet.starts_at)).collect();
            Err(refused(phrase("accept-several").with("starts", starts.join(", "))))
        }
    }
}

/// The finding of this code.
fn problem<'a>(sheet: &'a SheetQuality, code: &str) -> Result<&'a ProblemLine, Failure> {
    sheet
        .problems
        .iter()
        .find(|problem| problem.code == code)
        .ok_or_else(|| {
            let codes: Vec<&str> = sheet.problems.iter().map(|problem| problem.code.as_str()).collect();
            refused(
                phrase("accept-no-problem")
                    .with("code", printable(code))
                    .with("codes", codes.join(", ")),
            )
        })
}

fn acceptance(matches: &ArgMatches, key: &SheetKey, problem: &ProblemLine) -> Result<Acceptance, Failure> {
    let because = matches
        .get_one::<String>("because")
        .expect("the command line requires --because")
        .trim();
    if because.is_empty() {
        return Err(Failure::new(Exit::Usage, phrase("accept-because-is-empty")));
    }
    let by = matches
        .get_one::<String>("by")
        .map(|role| Role::parse(role))
        .transpose()
        .map_err(|_| Failure::new(Exit::Usage, phrase("accept-no-role")))?;
    Ok(Acceptance {
        sheet: key.clone(),
        code: problem.code.clone(),
        about: problem.about.clone(),
        because: printable(because),
        by,
    })
}

/// The sheet as it stands now.
fn told(context: &Context, book: &Book, key: &SheetKey, code: &str) -> Result<Answer, Failure> {
    let reading = Reading::of(book)?;
    let finding = reading.check(book, context.text)?;
    let sheet = finding.sheets.iter().find(|sheet| {
        sheet.wave == key.wave.id()
            && sheet.staff == key.staff.as_str()
            && sheet.date == key.date
            && sheet.starts_at == key.starts_at
    });
    let score = sheet.map(|sheet| sheet.score);
    let accepted = reading.acceptance(key, code);
    if context.json {
        return show::json(&json!({
            "schema": "yutori.accept/1",
            "wave": key.wave.id(), "staff": key.staff.as_str(), "date": key.date, "starts_at": key.starts_at,
            "code": code,
            "accepted": accepted.map(|said| json!({"because": said.because, "by": said.by})),
            "score": score,
        }))
        .map(Answer::done);
    }
    let said = match accepted {
        Some(said) => phrase("accept-done").with("because", said.because.as_str()),
        None => phrase("accept-withdrawn"),
    };
    let said = said
        .with("staff", printable(key.staff.as_str()))
        .with("date", key.date.to_string())
        .with("code", code)
        .with("score", score.unwrap_or(0));
    Ok(Answer::done(format!("{}\n", context.text.say(&said))))
}
