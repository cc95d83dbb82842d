//! `yutori timer` as a person or a script uses it, and what is left of it after the program was killed.

use serde_json::Value;

use crate::support::{Home, Run};

fn at(home: &Home, clock: &str, arguments: &[&str]) -> Run {
    let output = home
        .command(arguments)
        .env("YUTORI_NOW", format!("2026-02-{clock}+09:00"))
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    Run {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn ok(home: &Home, clock: &str, arguments: &[&str]) -> String {
    let run = at(home, clock, arguments);
    assert_eq!(run.status, 0, "{arguments:?}: {run:?}");
    run.out
}

fn timings(home: &Home) -> Value {
    let list = home.json(&["timer", "list"]);
    // Another shape than that of exported timings, hence another name.
    assert_eq!(list["schema"], "yutori.timer/1");
    list["timings"].clone()
}

fn book() -> Home {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    home
}

#[test]
fn a_night_is_measured_corrected_undone_and_made_into_a_sheet() {
    let home = book();
    ok(
        &home,
        "10T23:50:00",
        &["timer", "start", "--staff", "S001", "--role", "介護職員"],
    );
    ok(&home, "10T23:50:00", &["timer", "switch", "10"]);
    ok(
        &home,
        "10T23:55:30",
        &["timer", "switch", "2", "--interruption", "--note", "コール"],
    );
    ok(&home, "11T00:01:00", &["timer", "back"]);
    ok(&home, "11T00:02:00", &["timer", "parallel", "見守り機器の使用・確認"]);
    ok(&home, "11T00:05:00", &["timer", "parallel", "--end"]);
    ok(&home, "11T00:06:00", &["timer", "adjust", "2", "--from", "23:55:00"]);
    assert_eq!(timings(&home)[0]["stretches"][0]["to"], "23:55:00");
    ok(&home, "11T00:06:00", &["undo"]);
    let done = ok(&home, "11T03:10:00", &["timer", "stop", "--sheet"]);
    assert!(done.contains("調査票 200分"), "{done}");
    let timing = &timings(&home)[0];
    assert_eq!(
        (timing["seconds"].as_u64(), timing["minutes"].as_u64()),
        (Some(12_000), Some(200))
    );
    assert_eq!(timing["stretches"][1]["note"], "コール");
    assert_eq!(timing["stretches"][1]["to"], "24:01:00");
    let sums: Vec<(u64, u64)> = timing["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| (task["seconds"].as_u64().unwrap(), task["minutes"].as_u64().unwrap()))
        .collect();
    assert_eq!(sums, [(330, 6), (11_670, 194), (0, 0)]);
    let check = home.json(&["check"]);
    assert_eq!(
        (&check["ok"], &check["sheets"][0]["unfilled"]),
        (&Value::Bool(true), &Value::from(0))
    );
    assert_eq!(check["sheets"][0]["span"], "23:50〜翌3:10");
}

#[test]
fn a_second_recording_of_a_shift_with_a_sheet_stays_a_timing() {
    let home = book();
    let measure = |observer: &[&str], wrong: &str, last: &[&str]| {
        ok(
            &home,
            "10T10:00:00",
            &[&["timer", "start", "--staff", "S001"], observer].concat(),
        );
        ok(&home, "10T10:00:00", &["timer", "switch", "3"]);
        ok(&home, "10T13:06:00", &["timer", "switch", wrong]);
        at(&home, "10T13:10:00", &[&["timer", "stop"], last].concat())
    };
    assert_eq!(measure(&[], "11", &["--sheet"]).status, 0);
    let second = measure(&["--observer", "O1"], "12", &["--sheet"]);
    assert_eq!(second.status, 1);
    assert!(second.out.contains("計測のまま残します"), "{second:?}");
    assert_eq!(timings(&home)[1]["finished"], true);
    let agreement = ["timer", "agreement", "--staff", "S001", "--date", "2026-02-10"];
    let found = home.json(&agreement);
    let pair = &found["pairs"][0];
    assert_eq!(found["schema"], "yutori.agreement/1");
    assert_eq!(
        (pair["minutes"].as_u64(), pair["minutes_alike"].as_u64()),
        (Some(190), Some(186))
    );
    assert_eq!(pair["mixed_up"]["tasks"], serde_json::json!(["11", "12"]));
    assert_eq!(
        (pair["order"].as_f64(), pair["start_gap_seconds"].as_f64()),
        (Some(0.0), Some(0.0))
    );
    let said = home.ok(&agreement);
    assert!(said.contains(pair["sentence"].as_str().unwrap()), "{said}");
}

#[test]
fn what_cannot_be_done_is_refused_with_its_reason() {
    let home = book();
    let refused = |clock: &str, arguments: &[&str], reason: &str| {
        let run = at(&home, clock, arguments);
        assert_eq!(run.status, 1, "{arguments:?}: {run:?}");
        assert!(run.err.contains(reason), "{arguments:?}: {run:?}");
    };
    refused("10T10:00:00", &["timer", "switch", "3"], "続いている計測がありません");
    ok(&home, "10T10:00:00", &["timer", "start", "--staff", "S001"]);
    refused(
        "10T10:00:00",
        &["timer", "start", "--staff", "S001"],
        "もう始まっています",
    );
    refused("10T10:00:00", &["timer", "switch", "99"], "業務分類にありません");
    ok(&home, "10T10:00:00", &["timer", "switch", "3"]);
    refused("10T10:00:30", &["timer", "switch", "3"], "もう計測しています");
    refused("10T09:59:59", &["timer", "switch", "4"], "より前を指しています");
    refused(
        "10T10:01:00",
        &["timer", "adjust", "1", "--to", "10:02:00"],
        "まだ来ていない",
    );
    refused("10T10:01:00", &["timer", "adjust", "7"], "7番の記録はありません");
    refused("10T10:01:00", &["timer", "back"], "戻る先の業務がありません");
    refused(
        "10T10:01:00",
        &["timer", "agreement", "--staff", "S001", "--date", "2026-02-10"],
        "2つありません",
    );
    ok(
        &home,
        "10T10:01:00",
        &["timer", "start", "--staff", "S001", "--observer", "O1"],
    );
    refused(
        "10T10:01:00",
        &["timer", "switch", "4", "--staff", "S001"],
        "2件あります",
    );
    ok(&home, "10T10:01:00", &["timer", "switch", "4", "--self"]);
    for wrong in [&["--from", "25"], &["--to", "x"]] {
        let run = at(
            &home,
            "10T10:02:00",
            &[&["timer", "adjust", "1", "--self"], &wrong[..]].concat(),
        );
        assert_eq!(run.status, 2, "{run:?}");
    }
    assert_eq!(home.json(&["check"])["ok"], true);
}

#[cfg(unix)]
mod killed {
    use std::io::{Read, Write};
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

    use super::{Home, book, timings};

    /// The screens in a pseudo-terminal.
    struct Screens {
        child: Box<dyn Child + Send + Sync>,
        writer: Box<dyn Write + Send>,
        output: Receiver<Vec<u8>>,
        _pty: Box<dyn MasterPty + Send>,
    }

    impl Screens {
        fn open(home: &Home, now: &str) -> Self {
            let size = PtySize {
                rows: 24,
                cols: 80,
                pixel_width: 0,
                pixel_height: 0,
            };
            let pty = native_pty_system().openpty(size).unwrap();
            let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_yutori"));
            command.cwd(home.path());
            for (name, value) in [("TERM", "xterm-256color"), ("YUTORI_LANG", "en"), ("YUTORI_NOW", now)] {
                command.env(name, value);
            }
            command.env("HOME", home.path().join("home"));
            let child = pty.slave.spawn_command(command).unwrap();
            drop(pty.slave);
            let mut reader = pty.master.try_clone_reader().unwrap();
            let (sender, output) = channel();
            std::thread::spawn(move || {
                let mut buffer = [0; 4096];
                while let Ok(count @ 1..) = reader.read(&mut buffer) {
                    if sender.send(buffer[..count].to_vec()).is_err() {
                        return;
                    }
                }
            });
            Self {
                child,
                writer: pty.master.take_writer().unwrap(),
                output,
                _pty: pty.master,
            }
            .until_open()
        }

        /// Reads until the tabs are drawn: the book is open then, and keys wait for no more than their turn.
        fn until_open(self) -> Self {
            let mut seen = String::new();
            while !seen.contains("Effect") {
                let part = self.output.recv_timeout(Duration::from_secs(60));
                seen += &String::from_utf8_lossy(&part.unwrap_or_else(|_| panic!("the book never opened: {seen}")));
            }
            self
        }

        /// SIGKILL, so that the program cannot tidy anything up; the library's own kill would hang up first.
        fn kill(&mut self) {
            let kill = format!("kill -KILL {}", self.child.process_id().unwrap());
            assert!(
                std::process::Command::new("sh")
                    .args(["-c", &kill])
                    .status()
                    .unwrap()
                    .success()
            );
            assert!(!self.child.wait().unwrap().success());
        }

        fn keys(&mut self, keys: &str) {
            self.writer.write_all(keys.as_bytes()).unwrap();
            self.writer.flush().unwrap();
        }
    }

    /// Looks into the book until it has so many stretches: a key is answered on the screen before it is written.
    fn stretches(home: &Home, count: usize) -> serde_json::Value {
        for _ in 0..1000 {
            let found = timings(home);
            let there = found[0]["stretches"].as_array().map(Vec::len);
            if there == Some(count) {
                return found;
            }
        }
        panic!("{count} stretches never came: {}", timings(home));
    }

    #[test]
    fn the_key_pressed_just_before_leaving_is_in_the_book() {
        let home = book();
        let mut screens = Screens::open(&home, "2026-02-10T08:50:00+09:00");
        let f10 = "\u{1b}[21~";
        screens.keys(&format!("tS001\r345{f10}"));
        assert!(screens.child.wait().unwrap().success());
        assert_eq!(
            timings(&home)[0]["stretches"][0]["task"],
            "5",
            "a slip in the same second leaves no trace"
        );
    }

    #[test]
    fn the_timer_killed_in_the_middle_of_a_task_runs_on_when_it_is_opened_again() {
        let home = book();
        let mut screens = Screens::open(&home, "2026-02-10T08:50:00+09:00");
        screens.keys("tS001\r3");
        let before = stretches(&home, 1);
        screens.kill();
        assert_eq!(timings(&home), before, "every key pressed is in the book");
        assert_eq!(
            (&before[0]["running"], &before[0]["finished"]),
            (&1.into(), &false.into())
        );

        let mut screens = Screens::open(&home, "2026-02-10T09:00:00+09:00");
        screens.keys("t\r2");
        let after = stretches(&home, 2);
        screens.kill();
        let stretches = &after[0]["stretches"];
        assert_eq!(
            (&stretches[0]["task"], &stretches[0]["to"]),
            (&"3".into(), &"09:00:00".into())
        );
        assert_eq!(
            (&stretches[0]["seconds"], &after[0]["running"]),
            (&600.into(), &2.into())
        );
    }
}
