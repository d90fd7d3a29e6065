//! `ctcl rollup`: outputs of several units in, one output a level up out.

mod parts;

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;

use super::job::Job;
use super::{
    Common, DONE, FOUND_ERRORS, GroupingArgument, compare as compare_command, groupings, output, place, report as report_command, screen,
};
use crate::compare::{self, Side};
use crate::model::Period;
use crate::rollup::{self, Accepted, Expected, Joined, Reason, Wanted};
use crate::stats::{Grouping, Statistics};
use crate::write::{self, folder::Staged};
use crate::{report, stats, store};

pub(super) const EXAMPLE: &str = "Mỗi kết quả là thư mục do `ctcl report` ghi, gói .zip của thư mục đó, hoặc chỉ tệp tong-hop.xlsx. Kết quả gộp lại gộp tiếp được.\n\nVí dụ:\n  ctcl rollup xa-a/ket-qua xa-b.zip tong-hop-xa-c.xlsx --config ctcl.toml -o ket-qua-tinh\n";

#[derive(Args)]
pub(super) struct Arguments {
    /// Kết quả của các đơn vị: thư mục, gói .zip hoặc tong-hop.xlsx
    #[arg(required = true, value_name = "KẾT QUẢ", help_heading = "Đối số")]
    inputs: Vec<PathBuf>,
    /// Thư mục ghi kết quả
    #[arg(short, long, value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
    output: PathBuf,
    /// Vẫn gộp dù có lý do từ chối: duplicate-school, duplicate-unit, mixed-period, mixed-year, edited, framework-differs; ghi thêm "=vì sao" được
    #[arg(long, value_name = "LÝ DO", value_parser = Accepted::entry, help_heading = "Tùy chọn")]
    accept: Vec<(Reason, String)>,
    /// Danh sách đơn vị phải gửi (.xlsx hoặc .csv), để biết đơn vị nào chưa gửi
    #[arg(long, value_name = "TỆP", help_heading = "Tùy chọn")]
    units: Option<PathBuf>,
    /// Gom mọi số liệu theo: xa, xa-moi, xa-cu, huyen-cu, cum, loai-hinh, don-vi; nhiều cách thì cách nhau bằng dấu phẩy
    #[arg(long, value_name = "NHÓM", value_delimiter = ',', help_heading = "Tùy chọn")]
    group_by: Vec<GroupingArgument>,
    /// Kho lưu kết quả các kỳ, để thấy xu hướng và để phần mềm khác đọc
    #[arg(long, value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
    store: Option<PathBuf>,
    /// Tệp ghi việc nào của hai kỳ là một, như của ctcl compare
    #[arg(long, value_name = "TỆP", requires = "previous", help_heading = "Tùy chọn")]
    pins: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let common = &arguments.common;
    let job = Job::load(&common.basics, common.previous.as_deref())?;
    let pins = compare_command::pins(arguments.pins.as_deref())?;
    place::apart("-o", &arguments.output, arguments.inputs.iter().chain(&common.previous))?;
    let mut staged = Staged::begin_or_beside(&arguments.output)?;
    job.tell_unnamed(common.basics.quiet);
    let expected = match arguments.units.as_ref().or(job.settings.units.as_ref()) {
        Some(path) => Some(Expected::from_sheets(&job.lists(path, "Danh sách đơn vị")?, &path.display().to_string())?),
        None => None,
    };
    let parts = parts::load(&arguments.inputs, &job)?;
    let joined = rollup::join(
        parts,
        &Wanted {
            unit: job.unit(),
            school_year: common.basics.year.or(job.settings.school_year),
            period: common.basics.period.map(Period::from).or(job.settings.period),
            as_of: common.as_of.or(job.settings.as_of),
            deadline: &|year, period| job.settings.deadline(year, period),
            frameworks: &job.frameworks,
            expected: expected.as_ref(),
            accepted: &Accepted::of(arguments.accept.clone()),
        },
    )?;
    let this = (joined.question.school_year, joined.question.period);
    place::of_this_half(&arguments.output, this.0, this.1)?;
    if let Some(previous) = &job.previous {
        place::before_this_half(previous.half(), this)?;
    }
    let Counted { mut statistics, tables, rows } = counted(&joined, &job, &groupings(&arguments.group_by))?;
    let mut stamp = joined.stamp.clone();
    statistics.missing_units.clone_from(&stamp.missing);
    let periods = match &arguments.store {
        Some(store) => store::periods(store, &statistics)?,
        None => Vec::new(),
    };
    stamp.tables = crate::dataset::stamp::hashes(&tables);
    let keep = |store| output::keep(store, &job, &joined.without_rows(), &statistics, &tables);
    let kept = arguments.store.as_deref().map(keep).transpose()?;
    let listed = rows <= job.settings.thresholds.listed_rows;
    if !listed && job.previous.is_some() {
        bail!(
            "So với kỳ trước cần từng việc, mà dữ liệu có {rows} dòng, quá nhiều để so trong một sổ. Hãy bỏ --previous, và so từng tỉnh bằng ctcl compare."
        );
    }
    let dataset = if listed { joined.dataset()? } else { joined.without_rows() };
    let told = joined.told();
    drop(joined);
    let reading = dataset.reading().context("không đọc lại được dữ liệu của các đơn vị")?;
    drop(dataset);
    let target_level = |framework: &str| job.target_level(framework);
    let changes = match &job.previous {
        Some(previous) => {
            Some(compare::between(previous.side(), Side { statistics: &statistics, reading: &reading }, &pins).context("--previous")?)
        }
        None => None,
    };
    let mut source = report::Source {
        changes: changes.as_ref(),
        periods: &periods,
        ..report_command::source(&job, &reading, &statistics, &target_level, None)
    };
    source.options.listed = listed;
    let composed = output::compose(&mut source, (&job.returns, &statistics.by_unit), &tables, &stamp, &mut staged)?;
    let summary = report::summary(&source);
    let errors = reading.has_errors();
    drop((reading, tables));
    composed.draw(&mut staged)?;
    let landed = staged.commit()?;
    if let Some(kept) = kept {
        kept.commit()?;
    }
    screen::landed(&landed, &arguments.output);
    if common.basics.json {
        screen::result(&String::from_utf8(write::json::to_bytes(&statistics)?)?)?;
    } else if !common.basics.quiet {
        screen::summary(&summary, Some((&landed.place, screen::EVERYTHING)))?;
        told.iter().for_each(|line| screen::told_aside(line));
    }
    Ok(if common.strict && errors { FOUND_ERRORS } else { DONE })
}

/// Every figure, and every table.
struct Counted {
    statistics: Statistics,
    tables: output::Tables,
    /// Pieces of work and verdicts.
    rows: usize,
}

/// Counts and writes down the rows, some schools at a time: however many units there are, no more than those are held.
fn counted(joined: &Joined, job: &Job, groupings: &[Grouping]) -> anyhow::Result<Counted> {
    let (question, units, frameworks) = (&joined.question, &joined.stamp.units, &job.frameworks);
    let (target_level, expiring_days) = (|framework: &str| job.target_level(framework), job.settings.thresholds.expiring_days);
    let mut tables = output::Growing::new()?;
    let mut groups = stats::Groups::default();
    let mut all: Option<Statistics> = None;
    let bands = joined.bands(rollup::SCHOOLS)?;
    let rows = bands.rows();
    for band in bands {
        let band = band?;
        tables.add(&band)?;
        let mut statistics = stats::compute(&band, frameworks, target_level, job.unit(), question)?;
        statistics.by_unit = stats::by_unit(&band, &statistics, frameworks, question, units, expiring_days)?;
        groups.absorb(stats::Groups::of(&band, frameworks, target_level, question, groupings, expiring_days)?);
        match &mut all {
            Some(all) => all.absorb(statistics),
            None => all = Some(statistics),
        }
    }
    let mut statistics = all.expect("there is a band even without schools");
    statistics.by_group = groups.figures();
    Ok(Counted { statistics, tables: tables.finish(&joined.without_rows())?, rows })
}
