import { list, wording } from "../../locale.ts";
import type { ProblemWords } from "../../words/problems.ts";
import { count, dateOf } from "../phrases.ts";
import { damageThen, systemSays, termOf } from "./phrases.ts";

/** What is said of files and tables. */
export const files = {
  "file-unreadable": ({ detail }) =>
    wording(
      `không đọc được tệp: ${systemSays(detail)}`,
      "Kiểm tra tên tệp, xem có chương trình khác đang mở tệp và bạn có quyền đọc hay không.",
    ),
  "file-empty": () => wording("tệp rỗng", "Hãy điền nội dung, hoặc bỏ tệp đi."),
  "file-skipped": ({ why }) =>
    wording(
      {
        name: "bỏ qua: không đọc tệp và thư mục có tên bắt đầu bằng ~$, . hoặc _",
        output: "bỏ qua: tệp này do chính chitieu ghi ra",
        format: "bỏ qua: dạng tệp này không được đọc; nếu là số liệu thì lưu thành .xlsx hoặc CSV UTF-8",
      }[why],
    ),
  "format-unsupported": ({ extension }) =>
    wording(
      `không đọc được loại tệp này (${extension})`,
      "Mở bằng Excel rồi lưu dạng “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”; hoặc thêm _ vào đầu tên tệp để bỏ qua.",
    ),
  "encoding-invalid": ({ byte, encoding }) =>
    wording(
      `nội dung ở đây không phải ${encoding.toUpperCase()} hợp lệ: ${byte}`,
      byte === "0x00"
        ? "Văn bản không có byte 0. UTF-16 không ghi dấu đầu tệp thì có: thử --encoding utf-16le, hoặc lưu dạng “CSV UTF-8” trong Excel; tệp không phải văn bản thì không đọc được."
        : encoding === "utf-8"
          ? "Trong Excel hãy lưu dạng “CSV UTF-8”, hoặc kết xuất lại bằng Unicode; nếu tệp do hệ thống cũ tạo ra thì nêu bảng mã: --encoding tcvn3 hoặc windows-1258; của riêng tệp này: --encoding tcvn3=TỆP."
          : "Đây có đúng là bảng mã của tệp không? Nêu bảng mã đúng bằng --encoding, hoặc lưu dạng “CSV UTF-8” trong Excel.",
    ),
  "encoding-suspect": ({ text, encoding, meant }) =>
    wording(
      `“${text}” có vẻ là chữ ${encoding.toUpperCase()} bị đọc sai bảng mã; đúng ra là “${meant}”`,
      encoding === "utf-8"
        ? "Mở lại tệp gốc bằng bảng mã UTF-8 rồi lưu dạng “CSV UTF-8”."
        : `Kết xuất lại bằng Unicode, hoặc chuyển mã từ ${encoding.toUpperCase()} (ví dụ bằng UniKey); nếu --encoding hoặc nguồn số liệu đang nêu bảng mã khác thì nêu ${encoding}.`,
    ),
  "archive-wrong": ({ detail }) =>
    wording(
      `tệp nén bị hỏng (${ARCHIVE[detail] ?? detail})`,
      "Tải hoặc kết xuất lại tệp; nếu là .xlsx thì mở bằng Excel và lưu lại.",
    ),
  "archive-too-large": ({ what, most }) =>
    wording(
      {
        entries: `tệp nén chứa hơn ${count(most)} mục`,
        bytes: `tệp nén bung ra quá ${count(most)} byte`,
        ratio: `tệp nén bung ra lớn hơn ${count(most)} lần kích thước của nó`,
        run: `các bảng tính của lần chạy này bung ra cộng lại quá ${count(most)} byte, không còn chỗ cho tệp này`,
      }[what],
      "Tệp số liệu thông thường không như vậy; nếu đúng là tệp số liệu, hãy giải nén trước hoặc lưu dạng CSV.",
    ),
  "workbook-binary": () =>
    wording(
      "đây là bảng tính ở dạng nhị phân cũ của Excel, không đọc được",
      "Mở bằng Excel rồi chọn Lưu thành (Save As): “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”.",
    ),
  "workbook-encrypted": () =>
    wording(
      "tệp Excel được đặt mật khẩu",
      "Mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ Sổ làm việc) rồi lưu lại.",
    ),
  "quote-wrong": ({ detail }) =>
    wording(
      QUOTES[detail],
      detail === "not-closed"
        ? `Thêm dấu nháy đóng, hoặc bỏ dấu nháy này; ${DOUBLED}.`
        : `Đặt cả ô trong nháy kép; ${DOUBLED}.`,
    ),
  "row-ragged": ({ found, expected: cells }) =>
    wording(
      `dòng này có ${found} ô trong khi dòng tiêu đề có ${cells} ô`,
      "Ô có dấu phân cách bên trong phải đặt trong nháy kép; ô không có giá trị vẫn phải có, để trống.",
    ),
  "source-unknown": ({ nearest, missing }) =>
    wording(
      "không có nguồn số liệu nào có dòng tiêu đề như vậy",
      nearest === null
        ? "Nêu nguồn bằng --source NGUỒN=TỆP, hoặc thêm _ vào đầu tên tệp để bỏ qua."
        : `Gần nhất là ${nearest}, còn cần các cột: ${list(missing)}. Sửa dòng tiêu đề, hoặc mô tả dạng tệp này trong một nguồn số liệu của bạn (--source NGUỒN=TỆP).`,
    ),
  "source-ambiguous": ({ sources }) =>
    wording(
      `nhiều nguồn số liệu khớp với dòng tiêu đề này: ${list(sources)}`,
      `Hãy nêu một nguồn: --source ${sources[0] ?? "NGUỒN"}=TỆP; nếu là nguồn của bạn thì ghi đường dẫn tệp của nguồn đó.`,
    ),
  "source-misfit": ({ source, missing }) =>
    wording(
      `tệp không khớp với nguồn số liệu ${source}: thiếu cột`,
      `Còn thiếu: ${list(missing)}. Sửa dòng tiêu đề, hoặc thêm cách viết này vào cột trong nguồn số liệu.`,
    ),
  "export-unused": ({ source, nearest, missing }) =>
    wording(
      `kế hoạch không dùng số liệu nào trong bảng này: bảng được nhận là nguồn ${source}`,
      `Bảng gần khớp với nguồn ${nearest} mà kế hoạch dùng, còn thiếu các cột: ${list(missing)}. Sửa dòng tiêu đề, hoặc thêm cách viết này vào cột trong nguồn số liệu.`,
    ),
  "sheet-hidden": () =>
    wording(
      "trang tính này đang bị ẩn, và số liệu của nó vẫn được tính như mọi trang khác",
      "Bỏ ẩn trong Excel để xem (bấm chuột phải vào tên một trang tính, chọn Unhide); nếu không định tính trang này thì xóa đi.",
    ),
  "targets-unused": ({ what, name }) =>
    what === "column"
      ? wording(
          `cột “${name}” không được đưa vào kế hoạch`,
          "Nếu đây là mục tiêu của một cấp, đặt tên cột là “Mục tiêu …”, chẳng hạn “Mục tiêu cấp xã”.",
        )
      : wording(
          `trang tính “${name}” không được đưa vào kế hoạch`,
          "Chương trình chỉ đọc trang đầu tiên có cột “Chỉ tiêu”.",
        ),
  "sheet-unused": ({ nearest, missing }) =>
    wording(
      "trang tính này không khớp với nguồn số liệu nào và không được dùng",
      nearest === null ? null : `Gần nhất là ${nearest}, còn cần các cột: ${list(missing)}.`,
    ),
  "column-number-wrong": ({ header, found, expected: number }) =>
    wording(
      `cột “${header}” mang số (${found}) trong khi mẫu biểu đánh số (${number})`,
      "Nhãn hoặc số thứ tự cột bị lệch: sửa tệp, hoặc sửa header và number của cột trong nguồn số liệu.",
    ),
  "row-unclear": ({ text, why }) =>
    wording(
      {
        total: `“${text}” giống một dòng tổng, nhưng nguồn số liệu không nêu cách ghi này`,
        unnumbered: `“${text}” không có số thứ tự như các dòng khác: có thể là dòng tổng, đề mục hoặc một phần của dòng trên`,
        part: `“${text}” giống một phần của dòng phía trên, nên có thể bị cộng hai lần`,
        second: `“${text}” đứng giữa bảng: tệp chứa báo cáo của hai cơ quan`,
        period: `“${text}” đứng giữa bảng: tệp chứa báo cáo của hai kỳ`,
        restart: `số thứ tự bắt đầu lại từ 1 ở “${text}” mà không có đề mục: không biết dòng này thuộc cấp nào`,
      }[why],
      {
        total: "Thêm cách ghi này vào totals của nguồn số liệu, hoặc sửa nhãn trong tệp theo cách nguồn số liệu ghi.",
        unnumbered:
          "Đánh số nếu đây là một đơn vị; nếu không, thêm vào totals, ignore hoặc sections của nguồn số liệu.",
        part: "Ghi “Trong đó: …” ở đầu dòng, thêm vào ignore của nguồn số liệu, hoặc đánh số nguyên nếu là một đơn vị riêng.",
        second: "Tách thành hai tệp, mỗi tệp một cơ quan.",
        period: "Tách thành hai tệp, mỗi tệp một kỳ.",
        restart: "Thêm dòng đề mục (ví dụ “Huyện, thị xã, thành phố”), hoặc đánh số tiếp nếu vẫn cùng một cấp.",
      }[why],
    ),
  "section-unknown": ({ text, allowed }) =>
    wording(
      `“${text}” trông như một đề mục, nhưng nguồn số liệu không có đề mục này`,
      `Các đề mục: ${list(allowed)}. Thêm cách viết này vào sections; nếu đó là một đơn vị thì ghi số thứ tự như các dòng khác và điền số liệu.`,
    ),
  "column-twice": ({ header }) =>
    wording(
      `cột “${header}” xuất hiện hai lần, với cách viết này hoặc cách viết khác`,
      "Bỏ hoặc đổi tên một trong hai cột.",
    ),
  "form-in-database": ({ source }) =>
    wording(
      `“${source}” là biểu mẫu có các mục và dòng tổng xếp theo thứ tự, còn các dòng trong cơ sở dữ liệu không có thứ tự`,
      "Kiểm tra biểu mẫu từ tệp, hoặc dùng --source để nêu nguồn có dạng bảng phẳng.",
    ),
  "database-unread": ({ why, host, detail }) =>
    wording(
      {
        unreachable: `không kết nối được với ${host} hoặc bị từ chối đăng nhập: ${systemSays(detail)}`,
        lost: `mất kết nối với ${host} khi chưa nhận đủ kết quả: ${detail}`,
        refused: `${host} từ chối truy vấn: ${detail}`,
        "read-only": `${host} không cho người dùng này đổi thiết lập nào, kể cả thiết lập buộc trả lời đầy đủ: ${detail}`,
        "too-slow": `${host} không trả lời trong ${detail} giây, truy vấn đã bị dừng`,
        repeats: "bảng có quá nhiều bản ghi xuất hiện nhiều lần, không so hết được",
      }[why],
      {
        unreachable: "Kiểm tra địa chỉ, cổng, tên người dùng, mật khẩu và xem máy chủ có đang chạy không.",
        lost: "Không số liệu nào của bảng được dùng. Chạy lại lệnh khi mọi máy chủ đã hoạt động.",
        refused: "Kiểm tra quyền đọc bảng của người dùng và nội dung các cột.",
        "read-only": "Gán cho người dùng một profile có readonly = 2: vẫn chỉ được đọc, nhưng được chọn cách trả lời.",
        "too-slow": "Cho thêm thời gian bằng --timeout GIÂY, hoặc xem cách bố trí bảng trong docs/databases.md.",
        repeats: "Tìm chúng bằng GROUP BY khóa HAVING count(*) > 1, và chỉ để mỗi bản ghi một lần.",
      }[why],
    ),
  "file-twice": ({ other }) =>
    wording(
      `tệp này có nội dung giống hệt ${other}, cho cùng một kỳ`,
      "Bỏ một trong hai tệp: nếu không, số liệu sẽ bị tính hai lần.",
    ),
  "period-unknown": ({ from, until, starts }) =>
    wording(
      from === null
        ? "không có gì cho biết tệp này thuộc kỳ báo cáo nào"
        : `tiêu đề ghi ${termOf({ from, until })}, không trùng tháng, quý, 6 tháng hay 9 tháng nào của ${starts === null ? "một năm" : `năm kế hoạch, bắt đầu ngày ${dateOf(starts)}`}`,
      `Đặt tệp vào thư mục như 2022-Q1, ghi kỳ trong tên tệp (…_quy-1-2022.csv), hoặc dùng --period-of 2022-Q1=TỆP.${starts === null ? "" : " Nếu kỳ báo cáo đúng là chốt theo ngày trong tiêu đề thì khai báo year: { starts } trong kế hoạch."}`,
    ),
  "period-unreadable": ({ text }) =>
    wording(
      `“${text}” không phải là kỳ báo cáo`,
      damageThen(text, "Viết như 2022-Q3, 2022-H1, 2022-9M, 2022-03, 2022 hoặc “Quý 3/2022”."),
    ),
  "period-disagrees": ({ one, other }) =>
    wording(
      `hai chỗ nêu kỳ báo cáo mâu thuẫn nhau: ${one} và ${other}`,
      "Sửa một trong hai chỗ; nếu chỗ sai là tên tệp hay thư mục thì nêu kỳ đúng bằng --period-of KỲ=TỆP.",
    ),
  "title-dates-longer": ({ from, until, period }) =>
    wording(
      `tiêu đề ghi ${termOf({ from, until })}, dài hơn ${period}`,
      "Sửa ngày hoặc kỳ báo cáo; nếu mỗi tệp là số lũy kế thì nguồn số liệu khai báo cumulative: true.",
    ),
  "title-dates-differ": ({ from, until, period, starts, ends }) =>
    wording(
      `tiêu đề ghi ${termOf({ from, until })}, còn ${period} của kế hoạch là ${termOf({ from: starts, until: ends })}`,
      "Nếu kỳ báo cáo đúng là chốt theo ngày trong tiêu đề thì khai báo year: { starts } trong kế hoạch; nếu không thì sửa tiêu đề.",
    ),
} satisfies Partial<ProblemWords>;

/** What zlib says of compressed files most often. */
const ARCHIVE: Readonly<Record<string, string>> = {
  "unexpected end of file": "thiếu phần cuối",
  "unexpected bytes at the end": "thừa dữ liệu ở cuối",
  "incorrect data check": "sai mã kiểm tra",
  "incorrect length check": "sai độ dài",
};

const QUOTES = {
  "not-closed": "ô mở dấu nháy kép nhưng không đóng cho đến hết tệp",
  "after-text": "dấu nháy kép nằm trong ô không được đặt trong nháy kép",
  "before-text": "có chữ đứng ngay sau dấu nháy kép đóng",
};

const DOUBLED = 'dấu nháy kép bên trong được viết hai lần: "như ""thế này"" đây"';
